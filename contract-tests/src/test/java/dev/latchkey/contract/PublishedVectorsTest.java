package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.AccountRef;
import dev.latchkey.config.KeySettings;
import dev.latchkey.config.LatchkeyConfigBuilder;
import dev.latchkey.config.Realm.UserVerification;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.keys.Sealer;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.session.AuthSession;
import dev.latchkey.session.Binding;
import dev.latchkey.session.SealedSessions;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The test vectors of W3C Web Authentication Level 3, replayed over HTTP: the challenges given out are those of the vectors, and the answers to
 * them are the published ones. The relying party is {@code example.org}; user verification is preferred, every algorithm is offered.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedVectorsTest {
    private static final String RP_ID = "example.org";
    private static final String ORIGIN = "https://example.org";
    private static final String FRAMED_IN = "https://example.com";
    private static final String CLIENT = "vectors";

    private static final SealedSessions SEALED = new SealedSessions(
            Sealer.of(
                    new KeySettings(Optional.of(Deployment.KEYS_SECRET), List.of(), Optional.empty()),
                    new SecureRandom()),
            Clock.systemUTC());

    private final ChosenChallenges challenges = new ChosenChallenges();
    private Optional<Deployment> strict = Optional.empty();
    private Optional<Deployment> framing = Optional.empty();

    @BeforeAll
    void start() throws Exception {
        PublishedVector.all();
        strict = Optional.of(
                Deployment.startWith(PublishedVectorsTest::relyingParty, builder -> builder.random(challenges)));
        framing = Optional.of(Deployment.startWith(
                config -> {
                    relyingParty(config);
                    config.ceremony(ceremony -> ceremony.crossOrigin(true).topOrigins(FRAMED_IN));
                },
                builder -> builder.random(challenges)));
    }

    @AfterAll
    void stop() {
        strict.ifPresent(Deployment::close);
        framing.ifPresent(Deployment::close);
    }

    private static void relyingParty(LatchkeyConfigBuilder config) {
        config.domain(RP_ID)
                .client(CLIENT, client -> client.allowedOrigins(ORIGIN))
                .realm("default", realm -> realm.userVerification(UserVerification.PREFERRED))
                .ceremony(ceremony -> ceremony.algorithms(-8, -7, -257, -35, -36, -53));
    }

    static Stream<PublishedVector> all() {
        return PublishedVector.all().stream();
    }

    static Stream<PublishedVector> framed() {
        return all().filter(PublishedVector::framed);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void registrationIsAcceptedOrRefusedAsRecordedAndTheAssertionIsAccepted(PublishedVector vector) {
        Deployment deployment = (vector.framed() ? framing : strict).orElseThrow();

        Answer registered = register(deployment, vector);
        if (vector.registers()) {
            registered.expect(200);
        } else {
            Shapes.notVerified(registered);
            store(deployment, vector);
        }

        assertThat(publicKey(deployment, vector)).isEqualTo(bytes(vector.hex("/expected/credential_public_key_cose")));
        signIn(deployment, vector).expect(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("framed")
    void frameOfAnotherOriginIsRefusedByDefault(PublishedVector vector) {
        Deployment deployment = strict.orElseThrow();

        Shapes.notVerified(register(deployment, vector));
        store(deployment, vector);
        deployment.takeEvents();
        Shapes.notVerified(signIn(deployment, vector));

        assertThat(deployment.takeEvents()).singleElement().satisfies(event -> assertThat(event.toString())
                .contains("crossOrigin is true"));
    }

    private Answer register(Deployment deployment, PublishedVector vector) {
        String session = session(vector.hex("/registration/challenge"), () -> client(deployment)
                .passkeyRegister(profile(vector.id() + "@example.org")));
        return client(deployment).token(session, vector.registration());
    }

    private Answer signIn(Deployment deployment, PublishedVector vector) {
        String session = session(vector.hex("/authentication/challenge"), () -> client(deployment)
                .passkeyChallenge());
        return client(deployment).token(session, vector.assertion());
    }

    /** An auth session of that challenge. Latchkey's have 32 bytes; one of another length is sealed here, as a node would seal it. */
    private String session(dev.latchkey.testkit.Bytes challenge, Supplier<Answer> ask) {
        if (challenge.length() != ChosenChallenges.CHALLENGE_BYTES) {
            return SEALED.seal(
                    withChallenge(SEALED.open(ask.get().expect(200).text("auth_session")), bytes(challenge)));
        }
        challenges.next(challenge);
        Answer asked = ask.get().expect(200);
        assertThat(Scenario.challenge(asked)).isEqualTo(challenge.base64Url());
        return asked.text("auth_session");
    }

    private static AuthSession withChallenge(AuthSession session, Bytes challenge) {
        Binding old = session.binding();
        Binding binding = new Binding(
                old.id(),
                challenge,
                old.issuer(),
                old.rpId(),
                old.clientId(),
                old.realm(),
                old.organization(),
                old.origin(),
                old.issuedAt(),
                old.expiresAt());
        return session instanceof AuthSession.Signup signup
                ? new AuthSession.Signup(binding, signup.userHandle(), signup.profile(), signup.userMetadata())
                : new AuthSession.Login(binding);
    }

    /** Gives somebody the vector's credential, which they could not register. */
    private static void store(Deployment deployment, PublishedVector vector) {
        deployment.takeEvents();
        client(deployment)
                .signup(new SoftwareAuthenticator(), profile("owner." + vector.id() + "@example.org"))
                .expect(200);
        AccountRef owner = deployment.takeEvents().stream()
                .filter(PasskeyEvent.SignedUp.class::isInstance)
                .map(event -> ((PasskeyEvent.SignedUp) event).account())
                .findFirst()
                .orElseThrow();
        deployment.storage().inTransaction(work -> {
            Bytes userHandle = work.passkeys().findUserHandle(owner).orElseThrow();
            work.passkeys().add(passkey(vector, owner, userHandle));
            return userHandle;
        });
    }

    private static Passkey passkey(PublishedVector vector, AccountRef owner, Bytes userHandle) {
        List<String> flags = List.of(
                vector.json().at("/expected/registration_flags").asText().split(" "));
        return new Passkey(
                "dev_" + UUID.randomUUID(),
                owner.realm(),
                owner.id(),
                RP_ID,
                bytes(vector.hex("/registration/credential_id")),
                userHandle,
                bytes(vector.hex("/expected/credential_public_key_cose")),
                0,
                BackupState.of(flags.contains("BE"), flags.contains("BS")),
                List.of(),
                new UUID(0, 0),
                Optional.empty(),
                Optional.empty(),
                Instant.now(),
                Optional.empty());
    }

    private static Bytes publicKey(Deployment deployment, PublishedVector vector) {
        return deployment
                .storage()
                .inTransaction(
                        work -> work.passkeys().findByCredentialId(bytes(vector.hex("/registration/credential_id"))))
                .orElseThrow()
                .passkey()
                .publicKey();
    }

    private static ContractClient client(Deployment deployment) {
        return deployment.clientOf(RP_ID, CLIENT).withOrigin(ORIGIN);
    }

    private static Bytes bytes(dev.latchkey.testkit.Bytes bytes) {
        return Bytes.of(bytes.toArray());
    }
}
