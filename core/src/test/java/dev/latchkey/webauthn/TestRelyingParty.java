package dev.latchkey.webauthn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.config.CeremonySettings;
import dev.latchkey.config.MetadataFiles;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A relying party in the middle of a ceremony: options given out, an answer expected. */
final class TestRelyingParty {
    static final String RP_ID = "auth.example.com";
    static final String ORIGIN = "https://auth.example.com";
    static final Bytes CHALLENGE = utf8("a challenge of thirty-two bytes!");
    static final Bytes USER_HANDLE = utf8("a user handle");
    static final CeremonySettings POLICY = policy(false, Set.of());

    private TestRelyingParty() {}

    static Bytes utf8(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static CeremonySettings policy(boolean crossOrigin, Set<String> topOrigins) {
        return new CeremonySettings(
                Duration.ofMinutes(1),
                List.of(-8, -7, -257),
                Set.of("none", "packed"),
                MetadataFiles.NONE,
                crossOrigin,
                topOrigins,
                true,
                false,
                true,
                20);
    }

    static ObjectNode creationOptions() {
        return new CreationOptions(
                        CHALLENGE,
                        Duration.ofMinutes(1),
                        RP_ID,
                        RP_ID,
                        USER_HANDLE,
                        "ada@example.com",
                        "Ada",
                        POLICY.algorithms(),
                        "required",
                        false,
                        List.of())
                .toJson();
    }

    static ObjectNode requestOptions() {
        return new RequestOptions(CHALLENGE, Duration.ofMinutes(1), RP_ID, "required").toJson();
    }

    static Expectation userVerificationRequired() {
        return new Expectation(CHALLENGE, RP_ID, Set.of(ORIGIN), true, POLICY);
    }

    static Expectation userVerificationPreferred() {
        return new Expectation(CHALLENGE, RP_ID, Set.of(ORIGIN), false, POLICY);
    }

    static Expectation framed(Set<String> topOrigins) {
        return new Expectation(CHALLENGE, RP_ID, Set.of(ORIGIN), true, policy(true, topOrigins));
    }

    static VerifiedRegistration register(JsonNode answer, Expectation expected) {
        return RegistrationVerifier.verify(RegistrationAnswer.of(answer), USER_HANDLE, expected);
    }

    static Passkey passkey(VerifiedRegistration registration) {
        return passkey(RP_ID, registration);
    }

    static Passkey passkey(String rpId, VerifiedRegistration registration) {
        return new Passkey(
                "dev_1",
                "members",
                "1",
                rpId,
                registration.credentialId(),
                USER_HANDLE,
                registration.publicKey(),
                registration.signCount(),
                registration.backup(),
                registration.transports(),
                registration.aaguid(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
    }

    static Passkey withPublicKey(Passkey passkey, Bytes publicKey) {
        return new Passkey(
                passkey.id(),
                passkey.realm(),
                passkey.accountId(),
                passkey.rpId(),
                passkey.credentialId(),
                passkey.userHandle(),
                publicKey,
                passkey.signCount(),
                passkey.backup(),
                passkey.transports(),
                passkey.aaguid(),
                passkey.name(),
                passkey.userAgent(),
                passkey.createdAt(),
                passkey.lastUsedAt());
    }
}
