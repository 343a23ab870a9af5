package dev.latchkey.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Latchkey;
import jakarta.servlet.DispatcherType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the door refuses goes no further: the database behind these requests is down, and none of them notices. */
class RefusalTest {
    private static final int LIMIT = 64 * 1024;

    private final Latchkey latchkey = Kit.over(new UnreachableStorage());
    private WebApp app;

    @BeforeEach
    void start() throws Exception {
        app = WebApp.start("/", this::install);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void preflightIsAnsweredForAnAllowedOrigin() throws Exception {
        HttpResponse<String> response = preflight(Kit.WEB_ORIGIN);

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo(Kit.WEB_ORIGIN);
        assertThat(header(response, "Vary")).contains("Origin");
    }

    @Test
    void preflightOfAnotherOriginIsRefused() throws Exception {
        HttpResponse<String> response = preflight("https://evil.example");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void originThatIsNotAllowedIsRefusedBeforeTheBodyIsRead() throws Exception {
        HttpResponse<String> response = app.send(
                post(BodyPublishers.ofString("x".repeat(LIMIT + 1))).setHeader("Origin", "https://evil.example"));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("access_denied");
    }

    @Test
    void allowedOriginBeforeAnotherIsRefused() throws Exception {
        HttpResponse<String> response = app.send(challenge().header("Origin", "https://evil.example"));

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void secondContentTypeIsRefused() throws Exception {
        assertThat(app.send(challenge().header("Content-Type", "text/plain")).statusCode())
                .isEqualTo(415);
    }

    @Test
    void bodyOverTheLimitIsRefused() throws Exception {
        assertThat(app.send(post(BodyPublishers.ofString("x".repeat(LIMIT + 1))))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void chunkedBodyOverTheLimitIsRefused() throws Exception {
        byte[] large = "x".repeat(LIMIT + 1).getBytes(UTF_8);

        assertThat(app.send(post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void otherMethodIsRefusedWithoutAnErrorPage() throws Exception {
        HttpResponse<String> response = app.send(app.request("/passkey/challenge"));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(header(response, "Allow")).contains("POST");
        assertThat(header(response, "Content-Type")).startsWith("application/json");
    }

    @Test
    void optionsOfTheWholeServerAndOddPathsAreTheApplications() throws Exception {
        assertThat(statusLine("OPTIONS * HTTP/1.1")).doesNotContain(" 500 ");
        assertThat(statusLine("GET //passkey/challenge HTTP/1.1")).doesNotContain(" 500 ");
        assertThat(statusLine("GET /passkey%2Fchallenge HTTP/1.1")).doesNotContain(" 500 ");
    }

    @Test
    void hostThatIsNoDomainIsRefused() throws Exception {
        String answer = raw("POST /passkey/challenge HTTP/1.1", "evil.example", "{\"client_id\":\"web\"}");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("invalid_request");
    }

    @Test
    void secondHostIsRefused() throws Exception {
        String answer = raw("POST /passkey/challenge HTTP/1.1", "localhost\r\nHost: evil.example", "{}");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
    }

    private HttpResponse<String> preflight(String origin) throws Exception {
        return app.send(app.request("/passkey/challenge")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "auth0-client,content-type"));
    }

    private HttpRequest.Builder challenge() {
        return post(BodyPublishers.ofString("{\"client_id\":\"web\"}"));
    }

    private HttpRequest.Builder post(BodyPublisher body) {
        return app.request("/passkey/challenge")
                .header("Origin", Kit.WEB_ORIGIN)
                .header("Content-Type", "application/json")
                .POST(body);
    }

    private String statusLine(String requestLine) throws IOException {
        return raw(requestLine, "localhost", "").lines().findFirst().orElseThrow();
    }

    private String raw(String requestLine, String host, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
            String head = requestLine + "\r\nHost: " + host + "\r\nConnection: close\r\nContent-Type: application/json"
                    + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private void install(ServletContextHandler application) {
        application.addFilter(new FilterHolder(new PasskeyFilter(latchkey)), "/*", EnumSet.of(DispatcherType.REQUEST));
        application.addServlet(WhoServlet.class, "/");
    }
}
