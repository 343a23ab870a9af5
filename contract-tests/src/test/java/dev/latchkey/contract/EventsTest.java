package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.AccountRef;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.event.Activity;
import dev.latchkey.event.Occasion;
import dev.latchkey.event.PasskeyDetails;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.event.Refusal;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SignatureCounter;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a listener hears of whole ceremonies: each thing once, after it is committed, with all that an audit needs. */
class EventsTest {
    private static final String EMAIL = "ada@example.com";

    private final SettableClock clock = new SettableClock();
    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private Deployment deployment;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start(config -> {}, clock);
        web = deployment.web();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void signupAndLoginTellWhoByWhichPasskeyFromWhere() {
        web.signup(authenticator, profile(EMAIL)).expect(200);
        PasskeyEvent.SignedUp up = only(PasskeyEvent.SignedUp.class);
        clock.advance(Duration.ofMinutes(2));
        web.login(authenticator).expect(200);
        PasskeyEvent.SignedIn in = only(PasskeyEvent.SignedIn.class);

        assertThat(up.account()).isEqualTo(account());
        assertThat(up.identifiers()).containsExactly(IdentifierType.EMAIL);
        assertThat(up.passkey().id()).isEqualTo(passkeyId());
        assertThat(up.passkey().aaguid().toString())
                .isEqualTo(deployment.database().query(String.class, "select aaguid from latchkey_passkey"));
        assertThat(up.passkey().userVerified()).isTrue();
        assertThat(in.account()).isEqualTo(up.account());
        assertThat(in.passkey()).isEqualTo(up.passkey());
        assertThat(in.sessionId()).isNotEqualTo(up.sessionId());
        Occasion occasion = in.occasion();
        assertThat(occasion.time())
                .isEqualTo(clock.instant())
                .isAfter(up.occasion().time());
        assertThat(occasion.activity()).isEqualTo(Activity.LOGIN);
        assertThat(occasion.domain()).contains("localhost");
        assertThat(occasion.rpId()).contains("localhost");
        assertThat(occasion.clientId()).contains("web");
        assertThat(occasion.origin()).contains(Deployment.ORIGIN);
        assertThat(occasion.userAgent()).isPresent();
        assertThat(occasion.remoteAddress())
                .isEqualTo(Door.ofThisRun().knowsWhoConnects() ? Optional.of("127.0.0.1") : Optional.empty());
    }

    @Test
    void managementTellsWhatBecameOfAPasskey() {
        ContractClient caller = web.withBearer(Scenario.myAccountToken(web, authenticator, EMAIL));
        deployment.takeEvents();
        String id = caller.myAccount()
                .enroll(new SoftwareAuthenticator(AuthenticatorModel.securityKey()))
                .expect(201)
                .text("id");
        PasskeyEvent.Enrolled enrolled = only(PasskeyEvent.Enrolled.class);
        caller.myAccount().rename(id, "Key ring").expect(200);
        PasskeyEvent.Renamed renamed = only(PasskeyEvent.Renamed.class);
        caller.myAccount().delete(id).expect(204);
        PasskeyEvent.Removed removed = only(PasskeyEvent.Removed.class);

        PasskeyDetails made = enrolled.passkey();
        assertThat("passkey|" + made.id()).isEqualTo(id);
        assertThat(made.backup()).isEqualTo(BackupState.SINGLE_DEVICE);
        assertThat(List.of(renamed.passkeyId(), removed.passkeyId())).containsOnly(made.id());
        assertThat(List.of(enrolled.account(), renamed.account(), removed.account()))
                .containsOnly(account());
        assertThat(removed.occasion().clientId()).contains("web");
    }

    @Test
    void refusedLoginTellsWhoseItWas() {
        web.signup(authenticator, profile(EMAIL)).expect(200);
        String passkey = passkeyId();
        AccountRef account = account();
        deployment.takeEvents();

        web.login(authenticator, Bend.none().flippedSignature()).expect(400);
        assertRefused(only(PasskeyEvent.Refused.class), Refusal.WEBAUTHN, account, passkey);

        Answer challenge = web.passkeyChallenge();
        var answer = web.get(authenticator, challenge, Bend.none());
        web.token(challenge.text("auth_session"), answer).expect(200);
        only(PasskeyEvent.SignedIn.class);
        web.token(challenge.text("auth_session"), answer).expect(400);
        assertRefused(only(PasskeyEvent.Refused.class), Refusal.AUTH_SESSION, account, passkey);

        deployment.database().update("update latchkey_account set blocked = true");
        web.login(authenticator).expect(403);
        assertRefused(only(PasskeyEvent.Refused.class), Refusal.ACCOUNT, account, passkey);

        web.login(authenticator, Bend.none().id(Bytes.copyOf(new byte[32]))).expect(400);
        assertThat(only(PasskeyEvent.Refused.class).account()).isEmpty();
    }

    @Test
    void passkeyThatIsNotToBeRemovedIsOneEvent() {
        ContractClient caller = web.withBearer(Scenario.myAccountToken(web, authenticator, EMAIL));
        deployment.takeEvents();

        caller.myAccount().delete("passkey|" + passkeyId()).expect(409);
        assertRefused(only(PasskeyEvent.Refused.class), Refusal.LAST_PASSKEY, account(), passkeyId());
        caller.myAccount().delete("passkey|dev_other").expect(404);
        assertRefused(only(PasskeyEvent.Refused.class), Refusal.NO_SUCH_PASSKEY, account(), "dev_other");
        clock.advance(Duration.ofMinutes(59));
        caller.myAccount().delete("passkey|" + passkeyId()).expect(403);
        assertRefused(only(PasskeyEvent.Refused.class), Refusal.NOT_RECENT, account(), passkeyId());
    }

    @Test
    void tokenThatIsUsedTwiceTellsWhichSignInItCameOf() {
        Answer tokens = web.withScope("openid offline_access").signup(authenticator, profile(EMAIL));
        String sessionId = only(PasskeyEvent.SignedUp.class).sessionId();
        String second = web.refresh(tokens.text("refresh_token")).expect(200).text("refresh_token");

        web.refresh(tokens.text("refresh_token")).expect(400);

        List<PasskeyEvent> events = deployment.takeEvents();
        assertThat(events).hasSize(2);
        assertThat(events.get(0)).isInstanceOfSatisfying(PasskeyEvent.RefreshTokenReused.class, reused -> {
            assertThat(reused.account()).isEqualTo(account());
            assertThat(reused.sessionId()).isEqualTo(sessionId);
        });
        assertThat(events.get(1)).isInstanceOfSatisfying(PasskeyEvent.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.REFRESH_TOKEN);
            assertThat(refused.account()).contains(account());
        });
        web.refresh(second).expect(400);
        assertThat(only(PasskeyEvent.Refused.class).account()).contains(account());
    }

    @Test
    void endOfATokenIsOneEvent() {
        Answer tokens = web.withScope("openid offline_access").signup(authenticator, profile(EMAIL));
        String sessionId = only(PasskeyEvent.SignedUp.class).sessionId();

        web.revoke(tokens.text("refresh_token")).expect(200);

        assertThat(only(PasskeyEvent.RefreshTokenRevoked.class).sessionId()).isEqualTo(sessionId);
    }

    @Test
    void counterThatFallsIsToldBesideTheRefusal() {
        SoftwareAuthenticator key = countingByHand();
        web.signup(key, profile(EMAIL)).expect(200);
        web.login(key, Bend.none().counter(5)).expect(200);
        deployment.takeEvents();

        web.login(key, Bend.none().counter(4)).expect(400);

        List<PasskeyEvent> events = deployment.takeEvents();
        assertThat(events).hasSize(2);
        assertThat(events.get(0))
                .isEqualTo(new PasskeyEvent.CounterFell(events.get(0).occasion(), account(), passkeyId(), 5, 4));
        assertRefused((PasskeyEvent.Refused) events.get(1), Refusal.COUNTER, account(), passkeyId());
    }

    @Test
    void counterFallThatIsToleratedIsToldBeforeTheLogin() throws Exception {
        try (Deployment lenient =
                deployment.node(config -> config.ceremony(ceremony -> ceremony.refuseCounterFall(false)))) {
            SoftwareAuthenticator key = countingByHand();
            lenient.web().signup(key, profile(EMAIL)).expect(200);
            lenient.web().login(key, Bend.none().counter(5)).expect(200);
            lenient.takeEvents();

            lenient.web().login(key, Bend.none().counter(4)).expect(200);

            assertThat(lenient.takeEvents())
                    .extracting(PasskeyEvent::name)
                    .containsExactly("counter_fell", "signed_in");
        }
    }

    @Test
    void whatIsRolledBackHasNotHappened() {
        web.signup(authenticator, profile(EMAIL)).expect(200);
        deployment.takeEvents();
        deployment.database().update("alter table latchkey_spent_session rename to away");
        try {
            assertThat(web.login(authenticator).status()).isBetween(500, 503);
            assertThat(web.signup(new SoftwareAuthenticator(), profile("new@example.com"))
                            .status())
                    .isBetween(500, 503);
        } finally {
            deployment.database().update("alter table away rename to latchkey_spent_session");
        }

        assertThat(deployment.takeEvents()).hasSize(2).allSatisfy(event -> assertThat(event)
                .isInstanceOfSatisfying(PasskeyEvent.Refused.class, refused -> assertThat(refused.refusal())
                        .isIn(Refusal.UNAVAILABLE, Refusal.FAULT)));
    }

    private static SoftwareAuthenticator countingByHand() {
        return new SoftwareAuthenticator(
                AuthenticatorModel.securityKey().withSignatureCounter(SignatureCounter.MANUAL));
    }

    private static void assertRefused(PasskeyEvent.Refused event, Refusal refusal, AccountRef account, String passkey) {
        assertThat(event.refusal()).isEqualTo(refusal);
        assertThat(event.account()).contains(account);
        assertThat(event.passkeyId()).contains(passkey);
    }

    private <T extends PasskeyEvent> T only(Class<T> type) {
        List<PasskeyEvent> events = deployment.takeEvents();
        assertThat(events).singleElement().isInstanceOf(type);
        return type.cast(events.get(0));
    }

    private AccountRef account() {
        return new AccountRef("default", deployment.database().query(String.class, "select id from latchkey_account"));
    }

    private String passkeyId() {
        return deployment.database().query(String.class, "select id from latchkey_passkey");
    }
}
