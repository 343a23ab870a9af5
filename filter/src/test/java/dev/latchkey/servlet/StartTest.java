package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.Latchkey;
import dev.latchkey.config.AccountSettings;
import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.StorageSettings;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageProvider;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the filter of a {@code web.xml} comes by its kit, and what it says when it cannot. */
class StartTest {
    private static final String CONFIG = """
            latchkey {
              domains = [{ host = localhost }]
              clients.web.allowed-origins = ["http://localhost:3000"]
              keys.secret = "a secret that these tests alone know"
            }
            """;

    private final Path root;
    private final UnreachableStorage storage = new UnreachableStorage();
    private final ServletContextHandler application = new ServletContextHandler();
    private final FilterHolder filter = new FilterHolder(new PasskeyFilter());

    StartTest(@TempDir Path root) {
        this.root = root;
        application.setBaseResource(ResourceFactory.root().newResource(root));
        application.setAttribute(
                StorageProvider.class.getName(), (StorageProvider) (settings, accounts, hostObjects) -> storage);
    }

    @Test
    void configurationInWebInfIsRead() throws Exception {
        write("WEB-INF/latchkey.conf", CONFIG);

        assertThat(challengeStatus()).isEqualTo(200);
    }

    @Test
    void filterThatIsStartedAgainOpensAnew() throws Exception {
        write("WEB-INF/latchkey.conf", CONFIG);
        PasskeyFilter same = new PasskeyFilter();
        same.init(new Mapping(application.getServletContext()));
        same.destroy();
        assertThat(storage.isClosed()).isTrue();

        same.init(new Mapping(application.getServletContext()));

        assertThat(application.getServletContext().getAttribute(Latchkey.class.getName()))
                .isInstanceOf(Latchkey.class);
        same.destroy();
    }

    @Test
    void propertiesInWebInfAreRead() throws Exception {
        write("WEB-INF/latchkey.properties", """
                latchkey.domains.0.host = localhost
                latchkey.clients.web.allowed-origins = http://localhost:3000
                latchkey.keys.secret = a secret that these tests alone know
                """);

        assertThat(challengeStatus()).isEqualTo(200);
    }

    @Test
    void configurationOnTheClassPathIsRead() throws Exception {
        write("classes/latchkey.conf", CONFIG);
        application.setClassLoader(classPath("classes"));

        assertThat(challengeStatus()).isEqualTo(200);
    }

    @Test
    void initParameterNamesAResourceOfTheApplication() throws Exception {
        write("WEB-INF/passkeys.conf", CONFIG);
        filter.setInitParameter("config", "/WEB-INF/passkeys.conf");

        assertThat(challengeStatus()).isEqualTo(200);
    }

    @Test
    void initParameterNamesAResourceOfTheClassPath() throws Exception {
        write("classes/etc/passkeys.conf", CONFIG);
        application.setClassLoader(classPath("classes"));
        filter.setInitParameter("config", "etc/passkeys.conf");

        assertThat(challengeStatus()).isEqualTo(200);
    }

    @Test
    void applicationFindsTheKitThatTheFilterOpened() throws Exception {
        write("WEB-INF/latchkey.conf", CONFIG);
        try (WebApp app = start()) {
            assertThat(app.get("/")).isNotNull();
            assertThat(application.getServletContext().getAttribute(Latchkey.class.getName()))
                    .isInstanceOf(Latchkey.class);
        }
        assertThat(application.getServletContext().getAttribute(Latchkey.class.getName()))
                .isNull();
    }

    @Test
    void whatTheFilterOpenedItCloses() throws Exception {
        write("WEB-INF/latchkey.conf", CONFIG);
        try (WebApp app = start()) {
            assertThat(app.get("/")).isNotNull();
            assertThat(storage.isClosed()).isFalse();
        }
        assertThat(storage.isClosed()).isTrue();
    }

    @Test
    void kitOfTheServletContextIsTakenAndNotClosed() throws Exception {
        application.setAttribute(Latchkey.class.getName(), Kit.over(storage));

        assertThat(challengeStatus()).isEqualTo(200);
        assertThat(storage.isClosed()).isFalse();
    }

    @Test
    void storageFindsTheObjectsOfTheServletContext() throws Exception {
        write("WEB-INF/latchkey.conf", CONFIG);
        AtomicReference<Optional<Object>> found = new AtomicReference<>(Optional.empty());
        application.setAttribute("pool", "the pool");
        application.setAttribute(
                StorageProvider.class.getName(), (StorageProvider) (settings, accounts, hostObjects) -> {
                    found.set(hostObjects.apply("pool"));
                    return storage;
                });
        start().close();

        assertThat(found.get()).contains("the pool");
    }

    @Test
    void missingConfigurationFailsTheStart() {
        assertThatThrownBy(this::start)
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("latchkey.conf or latchkey.properties in WEB-INF or on the class path");
    }

    @Test
    void twoConfigurationsFailTheStart() throws IOException {
        write("WEB-INF/latchkey.conf", CONFIG);
        write("WEB-INF/latchkey.properties", "");

        assertThatThrownBy(this::start).hasMessageContaining("latchkey.properties: keep one of the two");
    }

    @Test
    void namedConfigurationThatIsNotThereFailsTheStart() throws IOException {
        write("WEB-INF/latchkey.conf", CONFIG);
        filter.setInitParameter("config", "/WEB-INF/passkeys.conf");

        assertThatThrownBy(this::start).hasMessageContaining("init-param config = /WEB-INF/passkeys.conf");
    }

    @Test
    void everyFaultOfTheConfigurationIsInOneMessage() throws IOException {
        write(
                "WEB-INF/latchkey.conf",
                CONFIG + "latchkey { ceremony.timeout = 1 s, tokens.acces-token-lifetime = 1 h }");

        assertThatThrownBy(this::start)
                .isInstanceOf(ServletException.class)
                .hasCauseInstanceOf(ConfigurationException.class)
                .hasMessageContaining("2 faults")
                .hasMessageContaining("ceremony.timeout")
                .hasMessageContaining("acces-token-lifetime");
    }

    @Test
    void missingStorageFailsTheStartAndSaysWhatToAdd() throws IOException {
        write("WEB-INF/latchkey.conf", CONFIG);
        application.removeAttribute(StorageProvider.class.getName());
        application.setClassLoader(withoutServices());

        assertThatThrownBy(this::start).hasMessageContaining("add dev.latchkey:latchkey-jpa");
    }

    @Test
    void storageOfTheApplicationComesBeforeTheKits() throws Exception {
        write("WEB-INF/latchkey.conf", CONFIG);
        offer(OtherProvider.class.getName());

        assertThat(challengeStatus()).isEqualTo(200);
    }

    @Test
    void twoStoragesOfTheApplicationFailTheStart() throws IOException {
        write("WEB-INF/latchkey.conf", CONFIG);
        offer(OtherProvider.class.getName(), ThirdProvider.class.getName());

        assertThatThrownBy(this::start)
                .hasMessageContaining(OtherProvider.class.getName() + ", " + ThirdProvider.class.getName());
    }

    @Test
    void storageThatLacksPersistenceSaysWhatToAdd() throws IOException {
        write("WEB-INF/latchkey.conf", CONFIG);
        offer(LackingProvider.class.getName());

        assertThatThrownBy(this::start)
                .hasMessageContaining("jakarta/persistence/EntityManagerFactory")
                .hasMessageContaining("add a provider such as Hibernate");
    }

    @Test
    void storageIsClosedWhenTheStartFailsAfterItWasOpened() throws IOException {
        write("WEB-INF/latchkey.conf", CONFIG);
        application.setAttribute(CallerResolver.class.getName(), "no resolver");

        assertThatThrownBy(() -> new PasskeyFilter().init(new Mapping(application.getServletContext())))
                .hasMessageContaining(CallerResolver.class.getName());
        assertThat(storage.isClosed()).isTrue();
    }

    private void offer(String... providers) throws IOException {
        write("classes/META-INF/services/" + StorageProvider.class.getName(), String.join("\n", providers));
        application.removeAttribute(StorageProvider.class.getName());
        application.setClassLoader(classPath("classes"));
    }

    private int challengeStatus() throws Exception {
        try (WebApp app = start()) {
            return app.send(app.request("/passkey/challenge")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"client_id\":\"web\"}")))
                    .statusCode();
        }
    }

    private WebApp start() throws Exception {
        application.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
        return WebApp.start(application);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ClassLoader classPath(String directory) throws IOException {
        URI uri = root.resolve(directory).toUri();
        return new URLClassLoader(new URL[] {uri.toURL()}, getClass().getClassLoader());
    }

    private ClassLoader withoutServices() {
        return new ClassLoader(getClass().getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.startsWith("META-INF/services/dev.latchkey")
                        ? Collections.emptyEnumeration()
                        : super.getResources(name);
            }
        };
    }

    /** A filter without init parameters. */
    private record Mapping(ServletContext context) implements FilterConfig {
        @Override
        public String getFilterName() {
            return "passkeys";
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        @Override
        public @Nullable String getInitParameter(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.emptyEnumeration();
        }
    }

    /** A storage of somebody else. */
    public static final class OtherProvider implements StorageProvider {
        @Override
        public Storage open(
                StorageSettings settings, AccountSettings accounts, Function<String, Optional<Object>> hostObjects) {
            return new UnreachableStorage();
        }
    }

    /** And of yet another. */
    public static final class ThirdProvider implements StorageProvider {
        @Override
        public Storage open(
                StorageSettings settings, AccountSettings accounts, Function<String, Optional<Object>> hostObjects) {
            return new UnreachableStorage();
        }
    }

    /** One whose class path is not whole. */
    public static final class LackingProvider implements StorageProvider {
        @Override
        public Storage open(
                StorageSettings settings, AccountSettings accounts, Function<String, Optional<Object>> hostObjects) {
            throw new NoClassDefFoundError("jakarta/persistence/EntityManagerFactory");
        }
    }
}
