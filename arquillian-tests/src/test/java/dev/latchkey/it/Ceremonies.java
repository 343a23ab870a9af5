package dev.latchkey.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.it.server.Server;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.MyAccountClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole ceremonies, which every deployment has to answer alike on every server. */
@ExtendWith({ServerIsThere.class, ArquillianExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Ceremonies {
    @ArquillianResource
    private URI application = URI.create("");

    private final Host host;
    private final String deployment;
    private SoftwareAuthenticator device = new SoftwareAuthenticator();

    /** @param deployment as the documentation calls it */
    Ceremonies(Host host, String deployment) {
        this.host = host;
        this.deployment = deployment;
    }

    /** Tells what ran, once for a class. */
    @AfterAll
    void tell() throws Exception {
        Results.add(deployment, !endpoints().equals(application), provider());
    }

    /** The persistence provider that the deployment has to have; a former one may have left another in memory. */
    String provider() {
        return Server.chosen().kind().persistence();
    }

    /** What the paths of the endpoints are put after. */
    URI endpoints() {
        return application;
    }

    URI application() {
        return application;
    }

    @BeforeEach
    void takeANewDevice() {
        device = new SoftwareAuthenticator();
    }

    @Test
    void whoSignedUpSignsInAndIsKnown() {
        ObjectNode profile = Host.profile();
        ContractClient app = host.app(endpoints());
        app.signup(device, profile).expect(200);

        Answer tokens = app.login(device).expect(200);

        assertThat(tokens.text("id_token")).isNotEmpty();
        Answer claims = app.withBearer(tokens.text("access_token")).userinfo().expect(200);
        assertThat(claims.text("email")).isEqualTo(profile.path("email").asText());
    }

    @ParameterizedTest
    @EnumSource(names = {"ES256", "EDDSA", "RS256"})
    void passkeysOfEveryAlgorithmSignIn(CoseAlgorithm algorithm) {
        SoftwareAuthenticator key =
                new SoftwareAuthenticator(AuthenticatorModel.securityKey().withAlgorithms(algorithm));
        host.app(endpoints()).signup(key, Host.profile()).expect(200);
        host.app(endpoints()).login(key).expect(200);
    }

    @Test
    void answerServesOnce() {
        ContractClient app = host.app(endpoints());
        app.signup(device, Host.profile()).expect(200);
        Answer challenge = app.passkeyChallenge().expect(200);
        ObjectNode answer = app.get(device, challenge, Bend.none());

        app.token(challenge.text("auth_session"), answer).expect(200);
        app.token(challenge.text("auth_session"), answer).expectError(400, "invalid_grant");
    }

    @Test
    void passkeyIsAddedRenamedAndRemoved() {
        MyAccountClient account = signedUp();
        SoftwareAuthenticator phone = new SoftwareAuthenticator();

        Answer added = account.enroll(phone).expect(201);
        String id = added.text("id");
        account.rename(id, "Phone").expect(200);

        assertThat(account.get(id).expect(200).text("name")).isEqualTo("Phone");
        host.app(endpoints()).login(phone).expect(200);
        account.delete(id).expect(204);
        assertThat(account.list().expect(200).body().path("authentication_methods"))
                .hasSize(1);
        host.app(endpoints()).login(phone).expectError(400, "invalid_grant");
    }

    @Test
    void barInAPathIsRead() {
        MyAccountClient account = signedUp();
        String id = account.list()
                .expect(200)
                .body()
                .at("/authentication_methods/0/id")
                .asText();

        assertThat(id).startsWith("passkey|");
        account.get(id).expect(200);
        account.get("passkey|dev_none").expect(404);
    }

    @Test
    void rawBarInAPathIsReadOrRefusedByTheContainer() throws IOException {
        int status;
        try (Socket socket = new Socket(application.getHost(), application.getPort())) {
            String request = "GET " + endpoints().getPath().replaceFirst("/$", "")
                    + "/me/v1/authentication-methods/passkey|dev_1 HTTP/1.1\r\n"
                    + "Host: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            status = Integer.parseInt(answer.substring("HTTP/1.1 ".length()).substring(0, 3));
        }
        assertThat(status).isEqualTo(Server.chosen().kind().refusalOfRawBar().orElse(401));
    }

    @Test
    void refreshTokenIsExchangedOnce() {
        ContractClient app = host.app(endpoints());
        String first = app.signup(device, Host.profile()).expect(200).text("refresh_token");

        String second = app.refresh(first).expect(200).text("refresh_token");
        app.refreshByForm(second).expect(200);
        app.refresh(first).expectError(400, "invalid_grant");
    }

    @Test
    void preflightIsAnsweredForAnAllowedOrigin() {
        ContractClient browser = host.app(endpoints())
                .withHeader("Access-Control-Request-Method", "POST")
                .withHeader("Access-Control-Request-Headers", "auth0-client,content-type");

        Answer answer = browser.send("OPTIONS", "/passkey/challenge").expect(204);

        assertThat(answer.header("Access-Control-Allow-Origin")).contains(Host.APP_ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Headers").orElseThrow()).containsIgnoringCase("content-type");
        assertThat(answer.header("Vary").orElseThrow()).contains("Origin");
    }

    @Test
    void allowedOriginMayReadTheAnswerAndAForeignOneGetsNone() {
        Answer allowed = host.app(endpoints()).passkeyChallenge().expect(200);
        assertThat(allowed.header("Access-Control-Allow-Origin")).contains(Host.APP_ORIGIN);

        Answer foreign = host.app(endpoints())
                .withOrigin("http://localhost.example.com")
                .passkeyChallenge()
                .expect(403);
        assertThat(foreign.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void sessionCookieTellsWhoSignedIn() {
        ContractClient browser = host.browser(endpoints());
        browser.myAccount().list().expect(401);

        browser.signup(device, Host.profile()).expect(200);

        assertThat(browser.myAccount().list().expect(200).body().path("authentication_methods"))
                .hasSize(1);
        host.browser(endpoints()).myAccount().list().expect(401);
    }

    @Test
    void malformedJsonIsTheClientsFault() {
        Answer answer = host.app(endpoints())
                .send(
                        "POST",
                        "/passkey/challenge",
                        Map.of("Content-Type", "application/json"),
                        Bytes.utf8("{\"client_id\":"));
        answer.expectError(400, "invalid_request");
    }

    @Test
    void keysAndMetadataArePublished() {
        ContractClient app = host.app(endpoints());
        assertThat(app.discovery().expect(200).text("issuer")).isEqualTo(host.issuer());
        assertThat(app.jwks().expect(200).body().path("keys")).isNotEmpty();
    }

    private MyAccountClient signedUp() {
        ContractClient app = host.myAccount(endpoints());
        String token = app.signup(device, Host.profile()).expect(200).text("access_token");
        return app.withBearer(token).myAccount();
    }
}
