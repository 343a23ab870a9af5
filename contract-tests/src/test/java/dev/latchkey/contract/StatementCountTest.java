package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.DpopKey;
import dev.latchkey.testkit.SignatureCounter;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a request costs the database: statements and transactions. */
class StatementCountTest {
    private static final String OFFLINE = "openid offline_access";

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private Deployment deployment;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start();
        web = deployment.web();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void loginChallengeSendsNoStatement() {
        assertThat(statements(0, () -> web.passkeyChallenge().expect(200))).isEmpty();
    }

    @Test
    void signupChallengeAsksOnceWhetherTheIdentifierIsTaken() {
        assertThat(statements(1, () -> web.passkeyRegister(ContractClient.profile("a@example.com"))
                        .expect(200)))
                .hasSize(1)
                .allMatch(sql -> sql.startsWith("select"));
    }

    @Test
    void signupChallengeSendsNoStatementWhereATakenIdentifierIsToldAtTheExchange() throws Exception {
        try (Deployment late = Deployment.start(Deployment::takenIdentifierAtExchange, Clock.systemUTC())) {
            ContractClient client = late.web();
            long before = late.transactions();

            client.passkeyRegister(ContractClient.profile("a@example.com")).expect(200);

            assertThat(SentStatements.take()).isEmpty();
            assertThat(late.transactions()).isEqualTo(before);
        }
    }

    @Test
    void signupSendsFourStatementsInOneTransaction() {
        Answer challenge = web.passkeyRegister(ContractClient.profile("a@example.com"));
        var answer = web.create(authenticator, challenge, Bend.none());

        assertThat(statements(1, () -> web.token(challenge.text("auth_session"), answer)
                        .expect(200)))
                .hasSize(4)
                .allMatch(sql -> sql.startsWith("insert"));
    }

    @Test
    void signupWithARefreshTokenSendsFiveStatementsInOneTransaction() {
        Answer challenge = web.passkeyRegister(ContractClient.profile("a@example.com"));
        var answer = web.create(authenticator, challenge, Bend.none());

        assertThat(statements(1, () -> web.withScope(OFFLINE)
                        .token(challenge.text("auth_session"), answer)
                        .expect(200)))
                .hasSize(5);
    }

    @Test
    void loginSendsThreeStatementsInOneTransaction() {
        web.signup(authenticator, ContractClient.profile("a@example.com")).expect(200);

        assertThat(statements(1, () -> web.login(authenticator).expect(200)))
                .hasSize(3)
                .satisfies(sql -> assertThat(sql.get(0)).startsWith("select"))
                .satisfies(sql -> assertThat(sql.get(1)).startsWith("insert into latchkey_spent_session"))
                .satisfies(sql -> assertThat(sql.get(2)).startsWith("update latchkey_passkey"));
    }

    @Test
    void loginWhoseCounterDoesNotRiseSendsFourStatementsInOneTransaction() {
        SoftwareAuthenticator key = new SoftwareAuthenticator(
                AuthenticatorModel.securityKey().withSignatureCounter(SignatureCounter.MANUAL));
        web.signup(key, ContractClient.profile("a@example.com")).expect(200);
        web.login(key, Bend.none().counter(5)).expect(200);

        assertThat(statements(1, () -> web.login(key, Bend.none().counter(5)).expect(400)))
                .hasSize(4);
    }

    @Test
    void loginWithARefreshTokenSendsFourStatementsInOneTransaction() {
        web.signup(authenticator, ContractClient.profile("a@example.com")).expect(200);

        assertThat(statements(
                        1, () -> web.withScope(OFFLINE).login(authenticator).expect(200)))
                .hasSize(4);
    }

    @Test
    void enrollmentSendsFourStatementsInOneTransactionBesideThatWhichFindsTheCaller() {
        String token = Scenario.myAccountToken(web, authenticator, "a@example.com");
        ContractClient caller = web.withBearer(token);
        Answer challenge = caller.myAccount().create().expect(202);
        var answer = caller.create(new SoftwareAuthenticator(), challenge, Bend.none());

        assertThat(statements(2, () -> caller.myAccount()
                        .verify(challenge.text("auth_session"), answer)
                        .expect(201)))
                .hasSize(5);
    }

    @Test
    void refreshSendsFourStatementsInOneTransaction() {
        String refreshToken = web.withScope(OFFLINE)
                .signup(authenticator, ContractClient.profile("a@example.com"))
                .expect(200)
                .text("refresh_token");

        assertThat(statements(1, () -> web.refresh(refreshToken).expect(200))).hasSize(4);
    }

    @Test
    void refreshTokenThatWasSpentSendsThreeStatementsAndOneThatIsRevokedTwo() {
        String spent = web.withScope(OFFLINE)
                .signup(authenticator, ContractClient.profile("a@example.com"))
                .expect(200)
                .text("refresh_token");
        String revoked = web.refresh(spent).expect(200).text("refresh_token");

        assertThat(statements(1, () -> web.refresh(spent).expect(400))).hasSize(3);
        assertThat(statements(1, () -> web.refresh(revoked).expect(400))).hasSize(2);
    }

    @Test
    void revocationSendsThreeStatementsInOneTransaction() {
        String refreshToken = web.withScope(OFFLINE)
                .signup(authenticator, ContractClient.profile("a@example.com"))
                .expect(200)
                .text("refresh_token");

        assertThat(statements(1, () -> web.revoke(refreshToken).expect(200))).hasSize(3);
    }

    @Test
    void proofCostsOneStatementInTheTransactionThatItServes() {
        ContractClient proving = web.withDpop(deployment.uri(), DpopKey.es256());
        web.signup(authenticator, ContractClient.profile("a@example.com")).expect(200);
        Answer tokens = proving.withScope(OFFLINE).login(authenticator).expect(200);
        String refreshToken = tokens.text("refresh_token");
        ContractClient caller = proving.withDpopToken(tokens.text("access_token"));

        assertThat(statements(1, () -> proving.login(authenticator).expect(200)))
                .hasSize(4)
                .filteredOn(sql -> sql.startsWith("insert into latchkey_spent_session"))
                .hasSize(2);
        assertThat(statements(1, () -> proving.refresh(refreshToken).expect(200)))
                .hasSize(5)
                .filteredOn(sql -> sql.startsWith("insert into latchkey_spent_session"))
                .hasSize(1);
        assertThat(statements(1, () -> caller.userinfo().expect(200))).hasSize(2);
    }

    @Test
    void proofCostsMyAccountOneStatementWhereItLooksUpTheAccount() {
        ContractClient proving = web.withDpop(deployment.uri(), DpopKey.es256());
        ContractClient caller = proving.withDpopToken(Scenario.myAccountToken(proving, authenticator, "a@example.com"));

        assertThat(statements(2, () -> caller.myAccount().list().expect(200))).hasSize(3);
    }

    private List<String> statements(long transactions, Runnable request) {
        SentStatements.take();
        long before = deployment.transactions();
        request.run();
        assertThat(deployment.transactions() - before).as("transactions").isEqualTo(transactions);
        return SentStatements.take();
    }
}
