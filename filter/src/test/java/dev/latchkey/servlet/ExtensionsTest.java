package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.config.ConfigurationException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensionsTest {
    private static final String LISTENER = "dev.latchkey.servlet.LoginListener";

    private final ServletContextHandler application = new ServletContextHandler();

    private final Path classPath;

    ExtensionsTest(@TempDir Path classPath) {
        this.classPath = classPath;
    }

    @Test
    void absentExtensionIsEmpty() {
        assertThat(extensions().one(LoginListener.class)).isEmpty();
        assertThat(extensions().all(LoginListener.class)).isEmpty();
    }

    @Test
    void attributeComesBeforeTheServices() throws IOException {
        offer(First.class.getName());
        LoginListener own = (request, principal) -> {};
        application.setAttribute(LISTENER, own);

        assertThat(extensions().one(LoginListener.class)).contains(own);
        assertThat(extensions().all(LoginListener.class)).hasSize(2).first().isSameAs(own);
    }

    @Test
    void onlyServiceIsTaken() throws IOException {
        offer(First.class.getName());

        assertThat(extensions().one(LoginListener.class)).get().isInstanceOf(First.class);
    }

    @Test
    void twoServicesWhereOneIsNeededAreNamed() throws IOException {
        offer(First.class.getName() + "\n" + Second.class.getName());

        assertThatThrownBy(() -> extensions().one(LoginListener.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(LISTENER)
                .hasMessageContaining(First.class.getName() + ", " + Second.class.getName());
    }

    @Test
    void attributeOfAnotherTypeIsNamed() {
        application.setAttribute(LISTENER, "a listener");

        assertThatThrownBy(() -> extensions().one(LoginListener.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ServletContext attribute " + LISTENER)
                .hasMessageContaining("java.lang.String");
    }

    @Test
    void serviceThatCannotBeLoadedIsNamed() throws IOException {
        offer("com.example.Missing");

        assertThatThrownBy(() -> extensions().all(LoginListener.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("META-INF/services/" + LISTENER)
                .hasMessageContaining("com.example.Missing");
    }

    private Extensions extensions() {
        return new Extensions(application.getServletContext());
    }

    private void offer(String classes) throws IOException {
        Path services = Files.createDirectories(classPath.resolve("META-INF/services"));
        Files.writeString(services.resolve(LISTENER), classes);
        URL[] path = {classPath.toUri().toURL()};
        application.setClassLoader(new URLClassLoader(path, getClass().getClassLoader()));
    }

    /** A service. */
    public static class First implements LoginListener {
        @Override
        public void loggedIn(HttpServletRequest request, PasskeyPrincipal principal) {}
    }

    /** Another one. */
    public static final class Second extends First {}
}
