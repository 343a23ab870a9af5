package dev.latchkey.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.account.AccountRef;
import dev.latchkey.account.ProfileMember;
import dev.latchkey.account.UserProfile;
import dev.latchkey.config.KeySettings;
import dev.latchkey.keys.Sealer;
import dev.latchkey.passkey.Bytes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealedSessionsTest {
    private static final Instant ISSUED = Instant.parse("2026-03-01T10:00:00.123Z");
    private static final Instant EXPIRES = ISSUED.plusSeconds(60);
    private static final Bytes CHALLENGE = random(32);
    private static final Bytes USER_HANDLE = random(64);

    private final Sealer sealer = Sealer.of(
            new KeySettings(Optional.of("a secret that seals the sessions"), List.of(), Optional.empty()),
            new SecureRandom());
    private final SealedSessions sessions = at(ISSUED);

    static Stream<Named<AuthSession>> everyKind() {
        Binding bare = binding(Optional.empty(), Optional.empty());
        Binding full = binding(Optional.of("org_Ünïcode"), Optional.of("https://auth.example.com"));
        UserProfile profile = new UserProfile(Map.of(
                ProfileMember.EMAIL, "ada@example.com",
                ProfileMember.NAME, "Ада Лавлейс 👩‍💻",
                ProfileMember.NICKNAME, "\u0000?"));
        Map<String, String> metadata = Map.of("theme", "dark", "größe", "Ω", "leer", "");
        return Stream.of(
                Named.of("login", new AuthSession.Login(bare)),
                Named.of("login with all members", new AuthSession.Login(full)),
                Named.of("signup", new AuthSession.Signup(bare, USER_HANDLE, UserProfile.EMPTY, Map.of())),
                Named.of("signup with all members", new AuthSession.Signup(full, USER_HANDLE, profile, metadata)),
                Named.of(
                        "enrollment",
                        new AuthSession.Enrollment(
                                bare, USER_HANDLE, new AccountRef("members", "4711"), Mediation.OPTIONAL)),
                Named.of(
                        "enrollment with all members",
                        new AuthSession.Enrollment(
                                full, random(1), new AccountRef("reälm", "id|with 'marks'"), Mediation.CONDITIONAL)));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void whatWasSealedIsOpened(AuthSession session) {
        assertThat(sessions.open(sessions.seal(session))).isEqualTo(session);
    }

    @Test
    void sealedLoginIsSmall() {
        Binding binding = binding(Optional.of("org_1"), Optional.of("https://auth.example.com"));

        assertThat(sessions.seal(new AuthSession.Login(binding))).hasSizeLessThan(400);
    }

    @Test
    void greatestSignupThatIsAcceptedCanBeAnswered() {
        Map<ProfileMember, String> members = new EnumMap<>(ProfileMember.class);
        for (ProfileMember member : ProfileMember.values()) {
            members.put(member, "漢".repeat(member.maxLength()));
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            metadata.put(i + "漢".repeat(99), "漢".repeat(500));
        }
        AuthSession greatest = new AuthSession.Signup(
                binding(Optional.of("org_1"), Optional.of("https://auth.example.com")),
                USER_HANDLE,
                new UserProfile(members),
                metadata);

        assertThat(sessions.open(sessions.seal(greatest))).isEqualTo(greatest);
    }

    @Test
    void sessionIsGoodUntilTheInstantOfItsExpiry() {
        String sealed = sessions.seal(new AuthSession.Login(binding(Optional.empty(), Optional.empty())));

        assertThat(at(EXPIRES.minusNanos(1)).open(sealed).binding().expiresAt()).isEqualTo(EXPIRES);
        for (Instant late : List.of(EXPIRES, EXPIRES.plusNanos(1), EXPIRES.plusSeconds(86_400))) {
            assertThatThrownBy(() -> at(late).open(sealed))
                    .isInstanceOf(AuthSessionException.class)
                    .hasMessageContaining("expired");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "not base64!", "eyJhbGciOiJub25lIn0.e30."})
    void textThatIsNoSessionIsRefused(String text) {
        assertThatThrownBy(() -> sessions.open(text)).isInstanceOf(AuthSessionException.class);
    }

    @Test
    void textBeyondAllMeasureIsRefused() {
        assertThatThrownBy(() -> sessions.open("A".repeat(1 << 20)))
                .isInstanceOf(AuthSessionException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void whatWasSealedForAnotherPurposeIsRefused() {
        String sealed = sealer.seal("signing-key", new byte[64]);

        assertThatThrownBy(() -> sessions.open(sealed)).isInstanceOf(AuthSessionException.class);
    }

    @Test
    void sessionOfAnUnknownFormIsRefused() {
        for (byte[] bytes : List.of(new byte[0], new byte[] {9}, new byte[] {2, 0, 1})) {
            String sealed = sealer.seal("auth-session", bytes);
            assertThatThrownBy(() -> sessions.open(sealed))
                    .isInstanceOf(AuthSessionException.class)
                    .hasMessageContaining("unknown form");
        }
    }

    @Test
    void twoSealsOfOneSessionDiffer() {
        AuthSession session = new AuthSession.Login(binding(Optional.empty(), Optional.empty()));

        assertThat(sessions.seal(session)).isNotEqualTo(sessions.seal(session));
    }

    private SealedSessions at(Instant now) {
        return new SealedSessions(sealer, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Binding binding(Optional<String> organization, Optional<String> origin) {
        return new Binding(
                random(16).toBase64Url(),
                CHALLENGE,
                "https://auth.example.com/",
                "auth.example.com",
                "sample-web",
                "members",
                organization,
                origin,
                ISSUED,
                EXPIRES);
    }

    private static Bytes random(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return Bytes.of(bytes);
    }
}
