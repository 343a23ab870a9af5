package dev.latchkey.bench.micro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.config.CeremonySettings;
import dev.latchkey.config.KeySettings;
import dev.latchkey.config.MetadataFiles;
import dev.latchkey.json.Json;
import dev.latchkey.keys.Sealer;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.session.AuthSession;
import dev.latchkey.session.Binding;
import dev.latchkey.session.SealedSessions;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.SoftwareAuthenticator;
import dev.latchkey.webauthn.CreationOptions;
import dev.latchkey.webauthn.Expectation;
import dev.latchkey.webauthn.RegistrationAnswer;
import dev.latchkey.webauthn.RegistrationVerifier;
import dev.latchkey.webauthn.RequestOptions;
import dev.latchkey.webauthn.VerifiedRegistration;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One recorded enrollment with the sign-in that follows it, as client and server hold them. */
final class SignInSample {
    static final String RP_ID = "auth.example.com";
    static final String ORIGIN = "https://auth.example.com";
    static final CeremonySettings POLICY = new CeremonySettings(
            Duration.ofMinutes(10),
            List.of(-8, -7, -257),
            Set.of("none"),
            MetadataFiles.NONE,
            false,
            Set.of(),
            true,
            false,
            false,
            20);

    final Bytes challenge = random(32);
    final Bytes userHandle = random(64);
    final SealedSessions sessions = new SealedSessions(
            Sealer.of(new KeySettings(Optional.empty(), List.of(), Optional.empty()), new SecureRandom()),
            Clock.systemUTC());
    final SoftwareAuthenticator authenticator;
    final String registration;
    final Passkey passkey;
    final byte[] answer;
    final String authSession;

    SignInSample(CoseAlgorithm algorithm) {
        authenticator =
                new SoftwareAuthenticator(AuthenticatorModel.syncedPasskeys().withAlgorithms(algorithm));
        ObjectNode made = authenticator.create(creationOptions(), ORIGIN);
        registration = new String(Json.write(made), java.nio.charset.StandardCharsets.UTF_8);
        passkey = passkey(RegistrationVerifier.verify(RegistrationAnswer.of(made), userHandle, expectation(challenge)));
        ObjectNode options = new RequestOptions(challenge, POLICY.timeout(), RP_ID, "required").toJson();
        answer = Json.write(authenticator.get(options, ORIGIN));
        authSession = sessions.seal(new AuthSession.Login(binding()));
    }

    static Expectation expectation(Bytes challenge) {
        return new Expectation(challenge, RP_ID, Set.of(ORIGIN), true, POLICY);
    }

    String answerText() {
        return new String(answer, java.nio.charset.StandardCharsets.UTF_8);
    }

    private ObjectNode creationOptions() {
        return new CreationOptions(
                        challenge,
                        POLICY.timeout(),
                        RP_ID,
                        RP_ID,
                        userHandle,
                        "ada@example.com",
                        "Ada",
                        POLICY.algorithms(),
                        "required",
                        false,
                        List.of())
                .toJson();
    }

    private Binding binding() {
        Instant now = Instant.now();
        return new Binding(
                "b4a1c7a2-90ad-4f0a-9b53-4d2f3a1f9d51",
                challenge,
                "https://auth.example.com/",
                RP_ID,
                "web",
                "default",
                Optional.empty(),
                Optional.of(ORIGIN),
                now,
                now.plus(Duration.ofDays(1)));
    }

    private Passkey passkey(VerifiedRegistration made) {
        return new Passkey(
                "dev_1",
                "default",
                "1",
                RP_ID,
                made.credentialId(),
                userHandle,
                made.publicKey(),
                made.signCount(),
                made.backup(),
                made.transports(),
                made.aaguid(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
    }

    private static Bytes random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return Bytes.of(bytes);
    }
}
