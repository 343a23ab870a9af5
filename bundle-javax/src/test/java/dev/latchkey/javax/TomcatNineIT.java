package dev.latchkey.javax;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.HttpTransport;
import dev.latchkey.testkit.SoftwareAuthenticator;
import dev.latchkey.testkit.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole ceremonies on Servlet 4.0 and JPA 2.2: Tomcat 9 and EclipseLink 2.7. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TomcatNineIT {
    private final TomcatNine server;

    TomcatNineIT(@TempDir Path directory) throws Exception {
        server = TomcatNine.start(BareWar.in(directory.resolve("ROOT")), directory);
    }

    @BeforeAll
    void applicationStarts() {
        assertThat(server.serves()).isTrue();
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyAlgorithmSignsUpAndIn(CoseAlgorithm algorithm) {
        SoftwareAuthenticator authenticator =
                new SoftwareAuthenticator(AuthenticatorModel.securityKey().withAlgorithms(algorithm));
        ContractClient web = client(transport());

        web.signup(authenticator, ContractClient.profile(algorithm + "@example.com"))
                .expect(200);

        assertThat(web.login(authenticator).expect(200).text("access_token")).isNotEmpty();
    }

    @Test
    void signInGoesOnByRefreshTokenAndEnrollsAnotherPasskey() {
        ContractClient web = client(transport())
                .withScope("openid offline_access create:me:authentication_methods")
                .withAudience("https://localhost/me/");
        Answer tokens = web.signup(new SoftwareAuthenticator(), ContractClient.profile("ada@example.com"))
                .expect(200);

        Answer fresh = web.refresh(tokens.text("refresh_token")).expect(200);

        web.enroll(new SoftwareAuthenticator(), fresh.text("access_token")).expect(201);
    }

    @Test
    void applicationKnowsWhoSignedIn() throws IOException {
        Transport browser = transport().withCookies();
        assertThat(page(browser, TomcatNine.WHO)).isEqualTo("nobody by null");

        client(browser)
                .signup(new SoftwareAuthenticator(), ContractClient.profile("bob@example.com"))
                .expect(200);

        assertThat(page(browser, TomcatNine.WHO)).doesNotStartWith("nobody").endsWith(" by PASSKEY");
    }

    @Test
    void browserClientIsServed() throws IOException {
        assertThat(page(transport(), "/latchkey/latchkey.js")).contains("export");
    }

    @Test
    void loginInTheContainerIsOffForWantOfItsApi(@TempDir Path directory) throws Exception {
        BareWar war = BareWar.withLoginInTheContainer(directory.resolve("ROOT"));
        try (LogLines log = LogLines.of("dev.latchkey.servlet.ContainerLogin");
                TomcatNine other = TomcatNine.start(war, directory)) {
            assertThat(other.serves()).isTrue();
            assertThat(log.text())
                    .contains("the container has no Jakarta Authentication 3.0", "login.container = false");
        }
    }

    private HttpTransport transport() {
        return HttpTransport.to(server.address());
    }

    private static ContractClient client(Transport transport) {
        return ContractClient.of(transport, "web").withOrigin("http://localhost");
    }

    private static String page(Transport transport, String path) throws IOException {
        Transport.Response response =
                transport.send(new Transport.Request("GET", path, Map.of(), Bytes.copyOf(new byte[0])));
        assertThat(response.status()).isEqualTo(200);
        return new String(response.body().toArray(), UTF_8);
    }
}
