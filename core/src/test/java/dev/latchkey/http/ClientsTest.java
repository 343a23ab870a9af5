package dev.latchkey.http;

import static dev.latchkey.http.TestConfig.APP_ORIGIN;
import static dev.latchkey.http.TestConfig.ORIGIN;
import static dev.latchkey.http.TestConfig.SECRET;
import static dev.latchkey.http.TestConfig.call;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.json.Json;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 6749 §2.3, Client Authentication")
class ClientsTest {
    private final Clients clients = new Clients(TestConfig.config(), TestConfig.limits());
    private final TestExchange exchange = TestExchange.post("/oauth/token", "{}");

    @Test
    void publicClientNamesItself() {
        assertThat(clients.authenticate(call(exchange), body("client_id", "web"))
                        .id())
                .isEqualTo("web");
    }

    @Test
    void confidentialClientAuthenticatesByBodyOrHeaderWithEitherOfItsSecrets() {
        for (String secret : new String[] {SECRET, "a former secret of the backend"}) {
            Members post = body("client_id", "backend", "client_secret", secret);
            TestExchange basic = exchange.with("Authorization", basic("backend", secret));

            assertThat(clients.authenticate(call(exchange), post).id()).isEqualTo("backend");
            assertThat(clients.authenticate(call(basic), body()).id()).isEqualTo("backend");
            assertThat(clients.authenticate(call(basic), body("client_id", "backend"))
                            .id())
                    .isEqualTo("backend");
        }
    }

    @Test
    void wrongSecretAndUnknownClientAreToldApartByNobody() {
        ApiException wrong = refused(exchange, body("client_id", "backend", "client_secret", "wrong"));
        ApiException unknown = refused(exchange, body("client_id", "nobody", "client_secret", "wrong"));

        assertThat(wrong.kind()).isEqualTo(ErrorKind.INVALID_CLIENT);
        assertThat(wrong.detail()).isEqualTo(unknown.detail());
        assertThat(wrong.headers()).isEmpty();
    }

    @Test
    void missingAndNeedlessSecretsAreRefused() {
        assertThat(refused(exchange, body("client_id", "backend")).kind()).isEqualTo(ErrorKind.INVALID_CLIENT);
        assertThat(refused(exchange, body("client_id", "web", "client_secret", "x"))
                        .kind())
                .isEqualTo(ErrorKind.INVALID_CLIENT);
    }

    @Test
    void missingClientIdIsAnInvalidRequest() {
        ApiException refused = refused(exchange, body());

        assertThat(refused.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
        assertThat(refused.pointer()).hasValue("/client_id");
    }

    @Test
    void refusedBasicIsAnsweredWithAChallenge() {
        ApiException refused = refused(exchange.with("Authorization", basic("backend", "wrong")), body());

        assertThat(refused.kind()).isEqualTo(ErrorKind.INVALID_CLIENT);
        assertThat(refused.headers()).isEqualTo(Map.of("WWW-Authenticate", "Basic realm=\"latchkey\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic ###", "Basic YQ==", "basic JTp6eg=="})
    void malformedBasicIsRefused(String header) {
        assertThat(refused(exchange.with("Authorization", header), body("client_id", "nobody"))
                        .kind())
                .isEqualTo(ErrorKind.INVALID_CLIENT);
    }

    @Test
    @DisplayName("The client MUST NOT use more than one authentication method in each request")
    void twoMethodsInOneRequestAreRefused() {
        TestExchange basic = exchange.with("Authorization", basic("backend", SECRET));

        ApiException twoSecrets = refused(basic, body("client_id", "backend", "client_secret", SECRET));
        ApiException twoClients = refused(basic, body("client_id", "web"));

        assertThat(twoSecrets.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
        assertThat(twoSecrets.pointer()).hasValue("/client_secret");
        assertThat(twoClients.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
        assertThat(twoClients.pointer()).hasValue("/client_id");
    }

    @Test
    void clientIsHeldToItsOwnOrigins() {
        assertThat(clients.authenticate(call(exchange.with("Origin", ORIGIN)), body("client_id", "web"))
                        .id())
                .isEqualTo("web");
        assertThat(refused(exchange.with("Origin", APP_ORIGIN), body("client_id", "web"))
                        .kind())
                .isEqualTo(ErrorKind.ACCESS_DENIED);
        assertThat(refused(exchange.with("Origin", ORIGIN), body("client_id", "app"))
                        .kind())
                .isEqualTo(ErrorKind.ACCESS_DENIED);
    }

    private ApiException refused(TestExchange from, Members body) {
        ApiException[] refused = new ApiException[1];
        assertThatThrownBy(() -> clients.authenticate(call(from), body))
                .isInstanceOfSatisfying(ApiException.class, e -> refused[0] = e);
        return refused[0];
    }

    private static Members body(String... members) {
        var json = Json.object();
        for (int i = 0; i < members.length; i += 2) {
            json.put(members[i], members[i + 1]);
        }
        return new Members(json);
    }

    private static String basic(String id, String secret) {
        String pair = URLEncoder.encode(id, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }
}
