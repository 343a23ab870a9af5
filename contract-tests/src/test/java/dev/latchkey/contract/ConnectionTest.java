package dev.latchkey.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.event.Refusal;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.Transport;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts, paths, sizes and connections: what is decided before a handler looks at a request. */
class ConnectionTest {
    private static final int LIMIT = 64 * 1024;
    private static Deployment deployment;
    private static ContractClient web;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.start();
        web = deployment.web();
    }

    @AfterAll
    static void stop() {
        deployment.close();
    }

    @Test
    @DisplayName("§3: 413 … body over the limit (64 KiB)")
    void bodyOverTheLimitIsRefused() throws Exception {
        String profile = "{\"client_id\":\"web\",\"unknown\":\"%s\"}";
        int frame = profile.length() - 2;
        Map<String, String> json = Map.of("Content-Type", "application/json");
        Bytes largest = Bytes.utf8(profile.formatted("x".repeat(LIMIT - frame)));
        Bytes tooLarge = Bytes.utf8(profile.formatted("x".repeat(LIMIT - frame + 1)));

        web.send("POST", "/passkey/challenge", json, largest).expect(200);
        Shapes.oauthError(web.send("POST", "/passkey/challenge", json, tooLarge), 413, "invalid_request");
        Transport.Response chunked = chunked(tooLarge);
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked(largest).status()).isEqualTo(200);
        web.passkeyChallenge().expect(200);
    }

    private static Transport.Response chunked(Bytes body) throws IOException {
        Bytes chunk = Bytes.utf8(Integer.toHexString(body.length()) + "\r\n")
                .plus(body)
                .plus(Bytes.utf8("\r\n0\r\n\r\n"));
        return new RawTransport(deployment.port(), "localhost")
                .send(
                        "POST /passkey/challenge",
                        List.of("Content-Type: application/json", "Transfer-Encoding: chunked"),
                        chunk);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "evil-localhost",
                "a.localhost",
                "127.0.0.1",
                "[::1]",
                "localhost."
            })
    @DisplayName("§7: an unknown host is refused — §3: host that is no configured domain")
    void unknownHostIsRefused(String host) {
        Shapes.oauthError(deployment.clientOf(host, "web").passkeyChallenge(), 400, "invalid_request");
        Shapes.oauthError(deployment.clientOf(host, "web").discovery(), 400, "invalid_request");
        Shapes.problem(deployment.clientOf(host, "web").myAccount().list(), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host", "Forwarded", "X-Forwarded-For", "X-Original-Host"})
    @DisplayName("§7: forwarded headers count only from listed proxies")
    void forwardedHeadersOfAnybodyCountForNothing(String header) {
        String value = header.equals("Forwarded") ? "host=evil.example;proto=https" : "evil.example";
        ContractClient forwarded = deployment.client("web").withHeader(header, value);

        assertThat(forwarded.discovery().expect(200).text("issuer")).isEqualTo("https://localhost/");
        Shapes.oauthError(
                deployment
                        .clientOf("evil.example", "web")
                        .withHeader(header, value.replace("evil.example", "localhost"))
                        .discovery(),
                400,
                "invalid_request");
    }

    @Test
    void hostMayComeWithAnyPortAndInCapitals() {
        deployment.clientOf("localhost:8443", "web").passkeyChallenge().expect(200);
        deployment.clientOf("LOCALHOST", "web").passkeyChallenge().expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/passkey",
                "/passkey/",
                "/passkey/other",
                "/passkey/register/",
                "/passkey/registerx",
                "/passkey/challenge/x",
                "/oauth",
                "/oauth/authorize",
                "/oauth/tokens",
                "/me",
                "/me/",
                "/me/v1",
                "/me/v2/factors",
                "/me/v1/factors/",
                "/me/v1/authentication-method",
                "/.well-known/security.txt",
                "/PASSKEY/CHALLENGE",
                "/passkey%2Fchallenge",
                "//passkey/challenge",
                "/x/passkey/challenge"
            })
    void otherPathsAreTheApplications(String path) throws Exception {
        for (String method : List.of("GET", "POST")) {
            Transport.Response response = new RawTransport(deployment.port(), "localhost")
                    .send(
                            method + " " + path,
                            List.of("Content-Length: 0", "Origin: https://evil.example"),
                            Bytes.copyOf());

            boolean refusedByTheContainer = response.status() == 400 && (path.contains("%2F") || path.startsWith("//"));
            if (!refusedByTheContainer) {
                assertThat(new String(response.body().toArray(), ISO_8859_1)).isEqualTo(Application.ANSWER);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/me/v1/authentication-methods/a/b", "/me/v1/authentication-methods/passkey%7Cnew/verify/x"})
    void unknownPathsBelowTheMethodsAreNotFound(String path) {
        Shapes.problem(web.send("GET", path), 404);
    }

    @Test
    @DisplayName("§3: 404 … endpoint switched off")
    void endpointsThatAreSwitchedOffAreNotFound() throws Exception {
        try (Deployment closed = Deployment.start(
                config -> config.endpoints(endpoints -> endpoints.login(false).discovery(false)))) {
            Shapes.oauthError(closed.web().passkeyChallenge(), 404, "not_found");
            Shapes.oauthError(closed.web().jwks(), 404, "not_found");
            Shapes.oauthError(closed.web().discovery(), 404, "not_found");
            closed.web()
                    .passkeyRegister(ContractClient.profile("a@example.com"))
                    .expect(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /passkey/challenge HTTP/1.1\r\nOrigin: https://evil.example",
                "POST /passkey/challenge HTTP/1.1\r\nContent-Type: text/plain",
                "POST /me/v1/authentication-methods HTTP/1.1\r\nContent-Type: application/json",
                "PUT /oauth/token HTTP/1.1\r\nContent-Type: application/json"
            })
    void refusedRequestLeavesItsConnectionToTheNext(String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), deployment.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();

            out.write((request + "\r\nHost: localhost\r\nContent-Length: 19\r\n\r\n").getBytes(ISO_8859_1));
            out.flush();
            Thread.sleep(200);
            out.write("{\"client_id\":\"web\"}".getBytes(ISO_8859_1));
            out.write("GET /.well-known/jwks.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(ISO_8859_1));
            out.flush();

            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .matches("(?s)HTTP/1.1 4.*HTTP/1.1 200 .*");
        }
    }

    /** The container gives up on it; nobody else waits, and it is no fault of the server's. */
    @Test
    void bodyThatNeverComesWholeIsTheClientsFault() throws Exception {
        try (Deployment impatient = Deployment.start()) {
            impatient.idleTimeout(Duration.ofMillis(500));
            try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), impatient.port())) {
                slow.setSoTimeout(20_000);
                slow.getOutputStream()
                        .write(
                                ("POST /passkey/challenge HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                                + "Content-Length: 100\r\n\r\n{\"client_id\"")
                                        .getBytes(ISO_8859_1));
                slow.getOutputStream().flush();
                impatient.web().passkeyChallenge().expect(200);

                assertThat(new String(slow.getInputStream().readAllBytes(), ISO_8859_1))
                        .matches("(?s)(HTTP/1.1 400 .*invalid_request.*)?");
            }
            assertThat(impatient.takeEvents())
                    .singleElement()
                    .isInstanceOfSatisfying(PasskeyEvent.Refused.class, event -> assertThat(event.refusal())
                            .isEqualTo(Refusal.REQUEST));
        }
    }

    @Test
    void connectionThatCannotBeUsedAgainIsSaidToClose() {
        Answer tooLarge = web.send(
                "POST",
                "/passkey/challenge",
                Map.of("Content-Type", "application/json"),
                Bytes.copyOf(new byte[LIMIT * 2]));
        Answer refused = web.withSecret("wrong").passkeyChallenge();

        assertThat(tooLarge.expect(413).header("Connection")).contains("close");
        assertThat(refused.expect(401).header("Connection")).isEmpty();
    }
}
