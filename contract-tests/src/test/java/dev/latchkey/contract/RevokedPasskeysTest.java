package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.account.AccountRef;
import dev.latchkey.event.Activity;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.MyAccountClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody signs up with an e-mail address of another's, whose owner then proves it to the application. */
class RevokedPasskeysTest {
    private static final String EMAIL = "ada@example.com";

    private final SoftwareAuthenticator squatter = new SoftwareAuthenticator();
    private Deployment deployment;
    private ContractClient web;
    private String refreshToken = "";
    private MyAccountClient squattersAccount;

    @BeforeEach
    void signUpWithTheAddressOfAnother() throws Exception {
        deployment = Deployment.start();
        web = deployment.web();
        Answer tokens = web.withAudience(Scenario.MY_ACCOUNT_AUDIENCE)
                .withScope(Scenario.MY_ACCOUNT_SCOPES + " offline_access")
                .signup(squatter, profile(EMAIL))
                .expect(200);
        refreshToken = tokens.text("refresh_token");
        squattersAccount = web.withBearer(tokens.text("access_token")).myAccount();
        deployment.takeEvents();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void whoSignedUpFirstHasNoWayInOnceAnotherProvesTheAddress() {
        assertThat(deployment.latchkey().revokePasskeys(account())).isEqualTo(1);

        Shapes.oauthError(web.login(squatter), 400, "invalid_grant");
        Shapes.oauthError(web.refresh(refreshToken), 400, "invalid_grant");
        assertThat(deployment.contents()).isEqualTo("1 accounts, 0 handles, 0 passkeys, 1 spent, 1 refresh tokens");
    }

    @Test
    void refreshTokensOfEverySignInAndRotationAreRevoked() {
        String rotated = web.refresh(refreshToken).expect(200).text("refresh_token");
        String ofAnotherSignIn = web.withScope("openid offline_access")
                .login(squatter)
                .expect(200)
                .text("refresh_token");

        deployment.latchkey().revokePasskeys(account());

        Shapes.oauthError(web.refresh(rotated), 400, "invalid_grant");
        Shapes.oauthError(web.refresh(ofAnotherSignIn), 400, "invalid_grant");
    }

    @Test
    void enrollmentThatWasBegunBeforeIsRefused() {
        Answer challenge = squattersAccount.create().expect(202);
        ObjectNode answer = web.create(new SoftwareAuthenticator(), challenge, Bend.none());

        deployment.latchkey().revokePasskeys(account());

        Shapes.problem(squattersAccount.verify(challenge.text("auth_session"), answer), 400);
        assertThat(deployment.rows("latchkey_passkey")).isZero();
    }

    @Test
    void signInThatWasBegunBeforeIsRefused() {
        Answer challenge = web.passkeyChallenge().expect(200);
        ObjectNode answer = web.get(squatter, challenge, Bend.none());

        deployment.latchkey().revokePasskeys(account());

        Shapes.oauthError(web.token(challenge.text("auth_session"), answer), 400, "invalid_grant");
    }

    @Test
    void othersKeepWhatTheyHave() {
        SoftwareAuthenticator neighbour = new SoftwareAuthenticator();
        String token = web.withScope("openid offline_access")
                .signup(neighbour, profile("eve@example.com"))
                .expect(200)
                .text("refresh_token");

        deployment.latchkey().revokePasskeys(account());

        web.login(neighbour).expect(200);
        web.refresh(token).expect(200);
    }

    @Test
    void listenersLearnOfIt() {
        deployment.latchkey().revokePasskeys(account());

        assertThat(deployment.takeEvents())
                .singleElement()
                .isInstanceOfSatisfying(PasskeyEvent.AllRevoked.class, revoked -> {
                    assertThat(revoked.account()).isEqualTo(account());
                    assertThat(revoked.passkeys()).isEqualTo(1);
                    assertThat(revoked.occasion().activity()).isEqualTo(Activity.RECOVERY);
                });
    }

    @Test
    void accountThatIsNotKnownHasNone() {
        assertThat(deployment.latchkey().revokePasskeys(new AccountRef("default", "nobody")))
                .isZero();
        web.login(squatter).expect(200);
    }

    private AccountRef account() {
        return new AccountRef(
                "default",
                deployment
                        .database()
                        .query(String.class, "select id from latchkey_account where email = '" + EMAIL + "'"));
    }
}
