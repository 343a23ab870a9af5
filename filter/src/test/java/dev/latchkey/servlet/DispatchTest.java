package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Latchkey;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way on which a request can come to the application behind the filter keeps the login. */
class DispatchTest {
    private final Latchkey latchkey = Kit.over(new UnreachableStorage());
    private WebApp app;

    @BeforeEach
    void start() throws Exception {
        app = WebApp.start("/", this::install);
        app.get("/login");
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void request() throws Exception {
        assertThat(app.get("/who")).isEqualTo("alice");
    }

    @Test
    void forward() throws Exception {
        assertThat(app.get("/forward")).isEqualTo("alice");
    }

    @Test
    void include() throws Exception {
        assertThat(app.get("/include")).isEqualTo("alice");
    }

    @Test
    void errorPage() throws Exception {
        HttpResponse<String> response = app.send(app.request("/error"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("alice");
    }

    @Test
    void asynchronousThread() throws Exception {
        assertThat(app.get("/async")).isEqualTo("alice");
    }

    @Test
    void asynchronousDispatch() throws Exception {
        assertThat(app.get("/async-dispatch")).isEqualTo("alice");
    }

    @Test
    void forwardToAnEndpointIsServed() throws Exception {
        assertThat(app.send(app.request("/forward-to-endpoint")).statusCode()).isEqualTo(405);
    }

    @Test
    void includeOfAnEndpointIsTheApplicationsOwn() throws Exception {
        assertThat(app.get("/include-endpoint")).isEqualTo("alice");
    }

    private void install(ServletContextHandler application) {
        FilterHolder filter = new FilterHolder(new PasskeyFilter(latchkey));
        filter.setAsyncSupported(true);
        application.addFilter(filter, "/*", EnumSet.allOf(DispatcherType.class));
        ServletHolder pages = new ServletHolder(new Pages());
        pages.setAsyncSupported(true);
        application.addServlet(pages, "/*");
        ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
        errors.addErrorPage(404, "/who");
        application.setErrorHandler(errors);
    }

    private static final class Pages extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            boolean included = request.getDispatcherType() == DispatcherType.INCLUDE;
            switch (included ? "/who" : request.getPathInfo()) {
                case "/login" -> {
                    PasskeyPrincipal alice =
                            new PasskeyPrincipal("alice", "members", "1", Set.of(), Instant.EPOCH, "passkey|dev_1");
                    request.getSession().setAttribute(StoredLogin.ATTRIBUTE, alice);
                    request.getSession().setAttribute("user", "alice");
                }
                case "/forward" -> request.getRequestDispatcher("/who").forward(request, response);
                case "/include" -> request.getRequestDispatcher("/who").include(request, response);
                case "/forward-to-endpoint" ->
                    request.getRequestDispatcher("/passkey/challenge").forward(request, response);
                case "/include-endpoint" ->
                    request.getRequestDispatcher("/passkey/challenge").include(request, response);
                case "/error" -> response.sendError(404);
                case "/async" -> {
                    AsyncContext async = request.startAsync();
                    async.start(() -> {
                        who(request, response);
                        async.complete();
                    });
                }
                case "/async-dispatch" -> request.startAsync().dispatch("/who");
                default -> who(request, response);
            }
        }

        private static void who(HttpServletRequest request, HttpServletResponse response) {
            try {
                response.getWriter().print(request.getRemoteUser());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
