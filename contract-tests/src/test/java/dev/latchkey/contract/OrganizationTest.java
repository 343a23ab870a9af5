package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.event.Refusal;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.text.ParseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An application whose accounts belong to some of the organizations, and not to others. */
class OrganizationTest {
    private static final String ANN = "ann@example.com";

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final Club club = new Club();
    private Deployment deployment;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.startOver(
                club, config -> config.realm("default", realm -> realm.organizations("acme", "rival")));
        web = deployment.web();
        web.signup(authenticator, profile(ANN)).expect(200);
        club.admit(ANN, "acme");
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    @DisplayName("§1: carried into the tokens as org_id when the host's accounts accept it, else 400")
    void memberGetsTheOrganizationAndNobodyElseDoes() throws Exception {
        assertThat(organization(login("acme").expect(200))).isEqualTo("acme");
        assertRefused(login("rival"));
    }

    @Test
    void signInForAnOrganizationOfOthersStoresNothingAndMayBeTriedAgain() {
        Answer challenge = web.withOrganization("rival").passkeyChallenge().expect(200);
        String before = deployment.contents();
        deployment.takeEvents();

        assertRefused(answer(challenge));

        assertThat(deployment.contents()).isEqualTo(before);
        assertThat(deployment.takeEvents()).singleElement().satisfies(event -> assertThat(
                        ((PasskeyEvent.Refused) event).refusal())
                .isEqualTo(Refusal.ORGANIZATION));
        club.admit(ANN, "rival");
        answer(challenge).expect(200);
    }

    @Test
    void signupForAnOrganizationThatDoesNotAdmitTheNewAccountStoresNoPasskey() {
        String before = deployment.contents();

        assertRefused(web.withOrganization("acme").signup(new SoftwareAuthenticator(), profile("ben@example.com")));

        assertThat(deployment.contents()).isEqualTo(before);
        club.admit("cleo@example.com", "acme");
        web.withOrganization("acme")
                .signup(new SoftwareAuthenticator(), profile("cleo@example.com"))
                .expect(200);
    }

    @Test
    void organizationThatIsOpenAdmitsWhoSignsUpForItAndNobodyElse() throws Exception {
        club.open("rival");

        Answer tokens = web.withOrganization("rival")
                .signup(new SoftwareAuthenticator(), profile("ben@example.com"))
                .expect(200);

        assertThat(organization(tokens)).isEqualTo("rival");
        assertRefused(login("rival"));
    }

    @Test
    void refreshOfWhoIsNoMemberAnyMoreIsRefusedUntilTheyAreAgain() throws Exception {
        String token = refreshToken("acme");
        club.expel(ANN, "acme");
        String before = deployment.contents();

        assertRefused(web.refresh(token));

        assertThat(deployment.contents()).isEqualTo(before);
        club.admit(ANN, "acme");
        assertThat(organization(web.refresh(token).expect(200))).isEqualTo("acme");
    }

    @Test
    void refreshForAnOrganizationThatTheRealmListsNoLongerIsRefused() throws Exception {
        try (Deployment listing =
                        Deployment.start(config -> config.realm("default", realm -> realm.organizations("acme")));
                Deployment later = listing.node(config -> {})) {
            String token = listing.web()
                    .withOrganization("acme")
                    .withScope("openid offline_access")
                    .signup(new SoftwareAuthenticator(), profile(ANN))
                    .expect(200)
                    .text("refresh_token");

            assertRefused(later.web().refresh(token));
            listing.web().refresh(token).expect(200);
        }
    }

    @Test
    void nobodyIsAskedAboutWhoWantsNoOrganization() {
        web.refresh(web.withScope("openid offline_access")
                        .login(authenticator)
                        .expect(200)
                        .text("refresh_token"))
                .expect(200);

        assertThat(club.questions()).isEmpty();
    }

    private Answer login(String organization) {
        return answer(web.withOrganization(organization).passkeyChallenge().expect(200));
    }

    private Answer answer(Answer challenge) {
        return web.withScope("openid offline_access")
                .token(challenge.text("auth_session"), web.get(authenticator, challenge, Bend.none()));
    }

    private String refreshToken(String organization) {
        return login(organization).expect(200).text("refresh_token");
    }

    private static void assertRefused(Answer answer) {
        Shapes.oauthError(answer, 400, "invalid_grant");
        assertThat(answer.text("error_description")).isEqualTo("The account is no member of the organization.");
    }

    private static Object organization(Answer tokens) throws ParseException {
        return SignedJWT.parse(tokens.text("access_token")).getJWTClaimsSet().getClaim("org_id");
    }
}
