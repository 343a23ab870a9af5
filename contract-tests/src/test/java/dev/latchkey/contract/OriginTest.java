package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.config.Grant;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** §5: "The origin that asked for a challenge is bound into its auth_session; an answer made on another origin is refused." */
class OriginTest {
    private static final String SECOND_ORIGIN = "http://localhost:3002";
    private static final String FINGERPRINT =
            "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF";
    private static final String APP_ORIGIN = "android:apk-key-hash:ABEiM0RVZneImaq7zN3u_wARIjNEVWZ3iJmqu8zd7v8";

    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private Deployment deployment;
    private ContractClient web;
    private ContractClient second;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start(
                config -> config.client("web", client -> client.allowedOrigins(Deployment.ORIGIN, SECOND_ORIGIN)
                                .grants(Grant.PASSKEY, Grant.REFRESH_TOKEN)
                                .myAccount(true))
                        .client("android", client -> client.allowedOrigins(SECOND_ORIGIN)
                                .android("com.example.app", FINGERPRINT)
                                .myAccount(true))
                        .client("iphone", client -> client.ios("ABCDE12345", "com.example.app")));
        web = deployment.web();
        second = deployment.client("web").withOrigin(SECOND_ORIGIN);
        web.signup(authenticator, profile("a@example.com")).expect(200);
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void everyAllowedOriginOfAClientLogsIn() {
        web.login(authenticator).expect(200);
        second.login(authenticator).expect(200);
    }

    @Test
    @DisplayName("§5: The origin that asked for a challenge is bound into its auth_session; an answer made on another "
            + "origin is refused")
    void answerMadeOnAnotherAllowedOriginIsRefused() {
        Answer challenge = web.passkeyChallenge();
        ObjectNode elsewhere = second.get(authenticator, challenge, Bend.none());
        String before = deployment.contents();

        Shapes.notVerified(web.token(challenge.text("auth_session"), elsewhere));
        assertThat(deployment.contents()).isEqualTo(before);

        web.token(challenge.text("auth_session"), web.get(authenticator, challenge, Bend.none()))
                .expect(200);
    }

    @Test
    void answerSentFromAnotherAllowedOriginIsRefused() {
        Answer challenge = web.passkeyChallenge();
        ObjectNode answer = web.get(authenticator, challenge, Bend.none());

        Shapes.oauthError(second.token(challenge.text("auth_session"), answer), 400, "invalid_grant");
        Shapes.oauthError(
                second.token(challenge.text("auth_session"), second.get(authenticator, challenge, Bend.none())),
                400,
                "invalid_grant");

        web.token(challenge.text("auth_session"), answer).expect(200);
    }

    @Test
    void signupAndEnrollmentAreBoundToTheirOriginToo() {
        Answer signup = web.passkeyRegister(profile("b@example.com"));
        Shapes.notVerified(web.token(
                signup.text("auth_session"), second.create(new SoftwareAuthenticator(), signup, Bend.none())));
        ContractClient caller = web.withBearer(Scenario.myAccountLogin(web, authenticator));
        Answer enrollment = caller.myAccount().create().expect(202);
        ObjectNode elsewhere = second.create(new SoftwareAuthenticator(), enrollment, Bend.none());

        Shapes.problem(caller.myAccount().verify(enrollment.text("auth_session"), elsewhere), 400);

        assertThat(deployment.rows("latchkey_passkey")).isEqualTo(1);
        caller.myAccount().enroll(new SoftwareAuthenticator()).expect(201);
    }

    @Test
    @DisplayName("§5: android:apk-key-hash:… origins come from the clients' device settings")
    void appOfTheClientSignsUpAndInWithoutOriginHeader() {
        ContractClient app = deployment.client("android").withAppOrigin(APP_ORIGIN);
        SoftwareAuthenticator phone = new SoftwareAuthenticator();

        app.signup(phone, profile("b@example.com")).expect(200);
        app.login(phone).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "android:apk-key-hash:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "android:apk-key-hash:ABEiM0RVZneImaq7zN3u_wARIjNEVWZ3iJmqu8zd7v8=",
                "android:apk-key-hash:",
                "https://localhost",
                Deployment.ORIGIN
            })
    void appOfAnotherFingerprintIsRefused(String origin) {
        ContractClient app = deployment.client("android").withAppOrigin(APP_ORIGIN);

        Shapes.notVerified(app.signup(
                new SoftwareAuthenticator(),
                profile("b@example.com"),
                Bend.none().origin(origin)));

        assertThat(deployment.rows("latchkey_account")).isEqualTo(1);
    }

    @Test
    void appOriginOfAnotherClientIsRefused() {
        ContractClient app = deployment.client("web").withAppOrigin(APP_ORIGIN);

        Shapes.notVerified(app.signup(new SoftwareAuthenticator(), profile("b@example.com")));
    }

    @Test
    void iosAppAnswersOnTheRelyingPartysOwnOrigin() {
        ContractClient app = deployment.client("iphone").withAppOrigin("https://localhost");
        SoftwareAuthenticator phone = new SoftwareAuthenticator();

        app.signup(phone, profile("b@example.com")).expect(200);
        app.login(phone).expect(200);
        Shapes.notVerified(app.login(phone, Bend.none().origin("https://a.localhost")));
    }

    @Test
    @DisplayName("A challenge that a server asked for is answered on any origin of its client, and nowhere else")
    void challengeAskedWithoutOriginIsAnsweredOnTheClientsOrigins() {
        ContractClient server = deployment.client("web").withAppOrigin(SECOND_ORIGIN);
        server.login(authenticator).expect(200);

        Shapes.notVerified(server.login(authenticator, Bend.none().origin(Deployment.OTHER_ORIGIN)));
    }

    @Test
    @DisplayName("§5: clientDataJSON.crossOrigin: true or any topOrigin is refused unless configured")
    void framesAreAcceptedOnlyWhereTheyAreConfigured() throws Exception {
        String top = "https://partner.example";
        Shapes.notVerified(web.login(authenticator, Bend.none().crossOrigin(true)));
        Shapes.notVerified(
                web.login(authenticator, Bend.none().crossOrigin(true).topOrigin(top)));

        try (Deployment framed = deployment.node(
                config -> config.ceremony(ceremony -> ceremony.crossOrigin(true).topOrigins(top)))) {
            ContractClient page = framed.web();
            page.login(authenticator, Bend.none().crossOrigin(true)).expect(200);
            page.login(authenticator, Bend.none().crossOrigin(true).topOrigin(top))
                    .expect(200);
            Shapes.notVerified(page.login(authenticator, Bend.none().topOrigin(top)));
            Shapes.notVerified(
                    page.login(authenticator, Bend.none().crossOrigin(true).topOrigin("https://evil.example")));
            page.signup(
                            new SoftwareAuthenticator(),
                            profile("b@example.com"),
                            Bend.none().crossOrigin(true))
                    .expect(200);
        }
        Shapes.notVerified(web.login(authenticator, Bend.none().crossOrigin(true)));
    }
}
