package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.Latchkey;
import dev.latchkey.http.Visitor;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The filter in front of a door that is mounted at {@code /shop/api}, here one that tells what it was handed. */
class ApplicationPathTest {
    private WebApp app;

    @BeforeEach
    void start() throws Exception {
        app = WebApp.start("/shop", context -> install(context, "/api"));
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void endpointIsHandedOnWithTheKitAndTheVisitor() throws Exception {
        assertThat(post("/shop/api/passkey/challenge").body()).isEqualTo("kit, visitor from 127.0.0.1");
    }

    @Test
    void everythingElsePassesOnWithoutThem() throws Exception {
        assertThat(post("/shop/passkey/challenge").body()).isEqualTo("no kit, nobody");
        assertThat(post("/shop/api/orders").body()).isEqualTo("no kit, nobody");
        assertThat(post("/shop/apix/passkey/challenge").body()).isEqualTo("no kit, nobody");
    }

    @Test
    void preflightIsAnsweredInFront() throws Exception {
        HttpResponse<String> preflight = app.send(app.request("/shop/api/passkey/challenge")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", Kit.WEB_ORIGIN)
                .header("Access-Control-Request-Method", "POST"));

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .contains(Kit.WEB_ORIGIN);
    }

    @Test
    void originThatIsNotAllowedIsRefusedInFront() throws Exception {
        HttpResponse<String> refused = app.send(app.request("/shop/api/passkey/challenge")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .header("Origin", "https://evil.example"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("access_denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "/api/../x", "http://localhost/api"})
    void whatIsNoPathStopsTheStart(String path) {
        assertThatThrownBy(() -> WebApp.start("/", context -> install(context, path)))
                .hasStackTraceContaining("init-param application-path = " + path);
    }

    private HttpResponse<String> post(String path) throws Exception {
        return app.send(app.request(path).POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    private static void install(ServletContextHandler context, String applicationPath) {
        FilterHolder filter = new FilterHolder(new PasskeyFilter(Kit.over(new UnreachableStorage())));
        filter.setInitParameter("application-path", applicationPath);
        context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new Teller()), "/*");
    }

    /** Tells what it was handed. */
    private static final class Teller extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String kit = request.getAttribute(Latchkey.class.getName()) instanceof Latchkey ? "kit" : "no kit";
            String visitor = request.getAttribute(Visitor.ATTRIBUTE) instanceof Visitor found
                    ? "visitor from " + found.address().orElse("nowhere")
                    : "nobody";
            request.getInputStream().readAllBytes();
            response.getWriter().print(kit + ", " + visitor);
        }
    }
}
