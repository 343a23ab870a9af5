package dev.latchkey.bench.micro;

import dev.latchkey.json.Json;
import dev.latchkey.keys.Crypto;
import dev.latchkey.session.AuthSession;
import dev.latchkey.webauthn.AssertionAnswer;
import dev.latchkey.webauthn.AssertionVerifier;
import dev.latchkey.webauthn.VerifiedAssertion;

/** Latchkey's step: open the session, parse the answer, check everything, verify. */
final class VerifyStep {
    private final SignInSample sample;
    private final Crypto crypto;

    VerifyStep(SignInSample sample, Crypto crypto) {
        this.sample = sample;
        this.crypto = crypto;
    }

    VerifiedAssertion verify() {
        AuthSession session = sample.sessions.open(sample.authSession);
        AssertionAnswer answer =
                AssertionAnswer.of(Json.parseObject(sample.answer).orElseThrow());
        return AssertionVerifier.verify(
                answer,
                sample.passkey,
                SignInSample.expectation(session.binding().challenge()),
                crypto);
    }
}
