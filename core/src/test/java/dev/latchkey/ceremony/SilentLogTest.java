package dev.latchkey.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.TestStorage;
import dev.latchkey.account.ProfileMember;
import dev.latchkey.account.UserProfile;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.config.Realm;
import dev.latchkey.keys.Sealer;
import dev.latchkey.session.AuthSession;
import dev.latchkey.session.SealedSessions;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.Cbor;
import dev.latchkey.testkit.Flag;
import dev.latchkey.testkit.SoftwareAuthenticator;
import dev.latchkey.testkit.Stage;
import dev.latchkey.webauthn.RegistrationAnswer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Refusals are logged; e-mail addresses, challenges, sealed sessions and handles are not. */
class SilentLogTest {
    private static final String ORIGIN = "https://auth.example.com";
    private static final String EMAIL = "ada.lovelace@example.com";
    private static final LatchkeyConfig CONFIG = LatchkeyConfig.builder()
            .domain("auth.example.com")
            .client("web", client -> client.allowedOrigins(ORIGIN))
            .realm("members", realm -> realm.takenIdentifier(Realm.TakenIdentifier.AT_EXCHANGE))
            .build();
    private static final Asker ASKER = new Asker(
            CONFIG.domains().get(0),
            CONFIG.client("web"),
            CONFIG.defaultRealm(),
            Optional.empty(),
            Optional.of(ORIGIN),
            Optional.empty(),
            Optional.empty());

    private final SecureRandom random = new SecureRandom();
    private final Ceremonies ceremonies = new Ceremonies(
            CONFIG,
            new SealedSessions(Sealer.of(CONFIG.keys(), random), Clock.systemUTC()),
            TestStorage.unreachable(),
            new EventLog(event -> {}),
            Clock.systemUTC(),
            random);
    private final LogCapture capture = new LogCapture();

    @AfterEach
    void stopCapturing() {
        capture.close();
    }

    static Stream<Named<Bend>> refused() {
        Bend bend = Bend.none();
        return Stream.of(
                Named.of("type", bend.type("webauthn.get")),
                Named.of("challenge", bend.challenge("AAAA")),
                Named.of("origin", bend.origin("https://evil.example")),
                Named.of("client data cut short", bend.at(Stage.CLIENT_DATA_JSON, all -> all.slice(0, 90))),
                Named.of("rpIdHash", bend.rpId("evil.example")),
                Named.of("no user", bend.flag(Flag.UP, false)),
                Named.of("format", bend.format("unknown\nevent=signed_in")),
                Named.of("signature", bend.flippedSignature()),
                Named.of("algorithm", bend.coseAlgorithm(-65_535)),
                Named.of("COSE key", bend.coseMember(3, Cbor.of(EMAIL))),
                Named.of("attestation object", bend.attestationObject(Bytes.utf8("nonsense " + EMAIL))),
                Named.of("statement", bend.statementMember("sig", Cbor.of(EMAIL))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusedAnswerIsLoggedWithoutWhatItHolds(Bend bend) {
        Challenge challenge = ceremonies.signup().begin(ASKER, profile(EMAIL), Map.of("hobby", "analytical engines"));
        AuthSession.Signup session = (AuthSession.Signup) ceremonies.open(challenge.authSession());
        ObjectNode answer =
                new SoftwareAuthenticator(AuthenticatorModel.securityKey()).create(challenge.publicKey(), ORIGIN, bend);

        assertThatThrownBy(() -> ceremonies
                        .signup()
                        .complete(
                                session,
                                () -> RegistrationAnswer.of(answer),
                                ASKER,
                                new Wanted("https://auth.example.com/userinfo", List.of("openid"))))
                .isInstanceOfSatisfying(CeremonyException.class, refusal -> assertThat(refusal.refusal())
                        .isEqualTo(Refusal.WEBAUTHN));

        assertThat(capture.lines()).hasSize(1);
        assertThat(capture.lines().get(0)).startsWith("event=refused ceremony=signup client=web refusal=WEBAUTHN");
        assertThat(capture.everything())
                .doesNotContain(EMAIL)
                .doesNotContain("analytical engines")
                .doesNotContain(challenge.authSession())
                .doesNotContain(challenge.publicKey().path("challenge").textValue())
                .doesNotContain(session.userHandle().toBase64Url())
                .doesNotContain(answer.path("id").textValue())
                .doesNotContain(answer.at("/response/clientDataJSON").textValue());
    }

    @Test
    void refusedProfileIsLoggedWithoutItsMembers() {
        String malformed = "ada.lovelace(at)example.com";

        assertThatThrownBy(() -> ceremonies.signup().begin(ASKER, profile(malformed), Map.of()))
                .isInstanceOf(CeremonyException.class);

        assertThat(capture.lines()).hasSize(1);
        assertThat(capture.everything()).doesNotContain("lovelace");
    }

    @Test
    void refusedRefreshTokenIsNotLogged() {
        String token = "a-refresh-token-of-somebody";

        assertThatThrownBy(() -> ceremonies.refresh().exchange(ASKER, token, Optional.empty(), Optional.empty()))
                .isInstanceOf(RuntimeException.class);

        assertThat(capture.everything()).doesNotContain(token);
    }

    private static UserProfile profile(String email) {
        return new UserProfile(Map.of(ProfileMember.EMAIL, email));
    }
}
