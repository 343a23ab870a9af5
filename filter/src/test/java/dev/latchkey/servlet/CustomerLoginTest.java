package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Latchkey;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.jpa.JpaStorageProvider;
import dev.latchkey.storage.Storage;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.junit.jupiter.api.Test;

/** The listener of the page "Your login". */
class CustomerLoginTest {
    private static final String SOURCE = "src/test/java/dev/latchkey/servlet/CustomerLogin.java";

    private final LatchkeyConfig config = Kit.configuration().build();

    @Test
    void documentationShowsTheListener() throws Exception {
        String source = Files.readString(Path.of(SOURCE));

        assertThat(Files.readString(Path.of("../docs/your-login.md")))
                .contains(source.substring(source.indexOf("public final class")));
    }

    @Test
    void userObjectIsThereFromSignInToLogout() throws Exception {
        try (Storage storage =
                        new JpaStorageProvider().open(config.storage(), config.accounts(), name -> Optional.empty());
                WebApp app = WebApp.start("/", application -> install(application, storage))) {
            Person person = new Person(URI.create("http://localhost:" + app.port())).signUp("eve@example.com");

            assertThat(person.read("/")).startsWith("Customer[email=");
            assertThat(person.read("/logout")).isEqualTo("null");
        }
    }

    private void install(ServletContextHandler application, Storage storage) {
        Latchkey latchkey = Latchkey.builder(config, storage).build();
        application.setAttribute(LoginListener.class.getName(), new CustomerLogin());
        application.addFilter(new FilterHolder(new PasskeyFilter(latchkey)), "/*", EnumSet.of(DispatcherType.REQUEST));
        application.addServlet(new ServletHolder(new CustomerServlet()), "/");
    }

    private static final class CustomerServlet extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            if (request.getServletPath().equals("/logout")) {
                request.logout();
            }
            response.getWriter().print(request.getSession().getAttribute("customer"));
        }
    }
}
