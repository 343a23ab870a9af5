package dev.latchkey.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.http.BodyTooLargeException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServletExchangeTest {
    private static final int LIMIT = 100;

    private WebApp app;

    @BeforeEach
    void start() throws Exception {
        app = WebApp.start("/shop", application -> application.addServlet(new ServletHolder(new Echo()), "/*"));
    }

    @AfterEach
    void stop() throws Exception {
        app.close();
    }

    @Test
    void pathIsRawAndBelowTheContextPath() throws Exception {
        assertThat(app.get("/shop/me/v1/authentication-methods/passkey%7Cnew?type=passkey&x=%20"))
                .contains("path=/me/v1/authentication-methods/passkey%7Cnew\n")
                .contains("query=type=passkey&x=%20\n")
                .contains("basePath=/shop\n");
    }

    @Test
    void hostIsWhatTheRequestWasSentToWithItsPort() throws Exception {
        assertThat(app.get("/shop/")).contains("host=localhost:" + app.port() + "\n", "secure=false\n", "query=none\n");
    }

    @Test
    void forwardedHeadersDoNotChooseTheHost() throws Exception {
        assertThat(app.send(app.request("/shop/")
                                .header("X-Forwarded-Host", "evil.example")
                                .header("X-Forwarded-Proto", "https")
                                .header("Forwarded", "host=evil.example;proto=https"))
                        .body())
                .contains("host=localhost:" + app.port() + "\n", "secure=false\n");
    }

    @Test
    void absentHeaderIsEmpty() throws Exception {
        assertThat(app.get("/shop/")).contains("origin=none\n");
    }

    @Test
    void secondOriginDoesNotHideBehindTheFirst() throws Exception {
        assertThat(app.send(app.request("/shop/")
                                .header("Origin", "https://good.example")
                                .header("Origin", "https://evil.example"))
                        .body())
                .contains("origin=https://good.example, https://evil.example\n");
    }

    @Test
    void bodyOfExactlyTheLimitIsRead() throws Exception {
        assertThat(post(BodyPublishers.ofString("x".repeat(LIMIT)))).contains("body=" + LIMIT + "\n");
    }

    @Test
    void bodyPastTheLimitIsRefusedByItsContentLengthUnread() throws Exception {
        assertThat(post(BodyPublishers.ofString("x".repeat(LIMIT + 1)))).contains("body=too large, consumed 0\n");
    }

    @Test
    void chunkedBodyIsReadNoFurtherThanOneByteBeyondTheLimit() throws Exception {
        byte[] large = "x".repeat(3 * LIMIT).getBytes(UTF_8);
        assertThat(post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))))
                .contains("body=too large, consumed " + (LIMIT + 1) + "\n");
    }

    @Test
    void chunkedBodyOfExactlyTheLimitIsRead() throws Exception {
        byte[] full = "x".repeat(LIMIT).getBytes(UTF_8);
        assertThat(post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(full))))
                .contains("body=" + LIMIT + "\n");
    }

    private String post(BodyPublisher body) throws Exception {
        return app.send(app.request("/shop/").POST(body)).body();
    }

    /** Writes down what the exchange says. */
    private static final class Echo extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            HostAttributes none = new HostAttributes(Optional.empty(), Optional.empty());
            SessionLogin login = new SessionLogin(new StoredLogin(none), ContainerLogin.NONE, List.of());
            SessionCallers callers = new SessionCallers(login, none, (caller, found) -> found);
            ServletExchange exchange = new ServletExchange(
                    request, request.getContextPath(), new ServletVisitor(request, response, login, callers));
            response.getWriter()
                    .printf(
                            "path=%s%nquery=%s%nbasePath=%s%nhost=%s%nsecure=%s%norigin=%s%nbody=%s%n",
                            exchange.path(),
                            exchange.query().orElse("none"),
                            exchange.basePath(),
                            exchange.host(),
                            exchange.secure(),
                            exchange.header("Origin").orElse("none"),
                            body(exchange, request.getInputStream()));
        }

        private static String body(ServletExchange exchange, ServletInputStream stream) throws IOException {
            try {
                return "" + exchange.body().bytes(LIMIT).length;
            } catch (BodyTooLargeException e) {
                int rest = stream.readAllBytes().length;
                int sent = 3 * LIMIT;
                return "too large, consumed " + (rest == LIMIT + 1 ? 0 : sent - rest);
            }
        }
    }
}
