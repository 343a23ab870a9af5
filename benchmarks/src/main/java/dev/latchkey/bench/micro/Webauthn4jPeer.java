package dev.latchkey.bench.micro;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.util.Objects;

/** webauthn4j, as its guide shows it: one manager for all, the credential record at hand. */
final class Webauthn4jPeer {
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager();
    private final String answer;
    private final CredentialRecord record;
    private final ServerProperty property;

    Webauthn4jPeer(SignInSample sample) {
        answer = sample.answerText();
        property = ServerProperty.builder()
                .origin(new Origin(SignInSample.ORIGIN))
                .rpId(SignInSample.RP_ID)
                .challenge(new DefaultChallenge(sample.challenge.toArray()))
                .build();
        RegistrationData made = manager.verifyRegistrationResponseJSON(
                sample.registration, new RegistrationParameters(property, null, true, true));
        record = new CredentialRecordImpl(
                Objects.requireNonNull(made.getAttestationObject()),
                made.getCollectedClientData(),
                made.getClientExtensions(),
                made.getTransports());
    }

    AuthenticationData verify() {
        return manager.verifyAuthenticationResponseJSON(
                answer, new AuthenticationParameters(property, record, null, true, true));
    }
}
