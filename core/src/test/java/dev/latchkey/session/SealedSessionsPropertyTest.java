package dev.latchkey.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.AccountRef;
import dev.latchkey.account.UserProfile;
import dev.latchkey.config.KeySettings;
import dev.latchkey.keys.Sealer;
import dev.latchkey.passkey.Bytes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class SealedSessionsPropertyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final SealedSessions sessions = new SealedSessions(
            Sealer.of(
                    new KeySettings(Optional.of("a secret that seals the sessions"), List.of(), Optional.empty()),
                    new SecureRandom()),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Property
    void everyLoginComesBackAsItWas(
            @ForAll("texts") String id,
            @ForAll @Size(max = 255) byte[] challenge,
            @ForAll("texts") String origin,
            @ForAll("texts") String organization) {
        AuthSession login = new AuthSession.Login(binding(id, challenge, origin, organization));

        assertThat(sessions.open(sessions.seal(login))).isEqualTo(login);
    }

    @Property
    void everyEnrollmentComesBackAsItWas(
            @ForAll @Size(max = 64) byte[] userHandle,
            @ForAll("texts") String realm,
            @ForAll("texts") String account,
            @ForAll Mediation mediation) {
        AuthSession enrollment = new AuthSession.Enrollment(
                binding("id", new byte[32], "https://auth.example.com", ""),
                Bytes.of(userHandle),
                new AccountRef(realm, account),
                mediation);

        assertThat(sessions.open(sessions.seal(enrollment))).isEqualTo(enrollment);
    }

    @Property
    void metadataComesBackAsItWas(@ForAll @Size(max = 10) Map<String, String> metadata) {
        AuthSession signup = new AuthSession.Signup(
                binding("id", new byte[32], "", ""), Bytes.of(new byte[64]), UserProfile.EMPTY, metadata);

        assertThat(sessions.open(sessions.seal(signup))).isEqualTo(signup);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(300);
    }

    private static Binding binding(String id, byte[] challenge, String origin, String organization) {
        return new Binding(
                id,
                Bytes.of(challenge),
                "https://auth.example.com/",
                "auth.example.com",
                "web",
                "default",
                Optional.of(organization).filter(text -> !text.isEmpty()),
                Optional.of(origin).filter(text -> !text.isEmpty()),
                NOW,
                NOW.plusSeconds(60));
    }
}
