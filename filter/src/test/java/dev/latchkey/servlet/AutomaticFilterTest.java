package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.Latchkey;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.storage.StorageProvider;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.FilterMapping;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A filter that no {@code web.xml} names. */
class AutomaticFilterTest {
    private static final String CONFIG = """
            latchkey {
              domains = [{ host = localhost }]
              clients.web.allowed-origins = ["http://localhost:3000"]
              keys.secret = "a secret that these tests alone know"
              filter.automatic = %s
            }
            """;

    /** The container's own servlet for files takes no POST. */
    private static final int NOBODY_SERVES_IT = 405;

    private final Path configuration;
    private final UnreachableStorage storage = new UnreachableStorage();
    private final ServletContextHandler application = new ServletContextHandler();

    AutomaticFilterTest(@TempDir Path root) throws IOException {
        configuration = Files.createDirectories(root.resolve("WEB-INF")).resolve("latchkey.conf");
        application.setBaseResource(ResourceFactory.root().newResource(root));
        application.setAttribute(
                StorageProvider.class.getName(), (StorageProvider) (settings, accounts, hostObjects) -> storage);
        application.addServletContainerInitializer(new PasskeyInitializer());
    }

    @Test
    void configurationThatAsksForItIsEnough() throws Exception {
        Files.writeString(configuration, CONFIG.formatted(true));

        assertThat(challengeStatus()).isEqualTo(200);
    }

    @Test
    void configurationThatDoesNotAskRegistersNothing() throws Exception {
        Files.writeString(configuration, CONFIG.formatted(false));

        assertThat(challengeStatus()).isEqualTo(NOBODY_SERVES_IT);
    }

    @Test
    void applicationWithoutConfigurationIsLeftAlone() throws Exception {
        assertThat(challengeStatus()).isEqualTo(NOBODY_SERVES_IT);
    }

    @Test
    void declaredFilterIsNotDoubled() throws Exception {
        Files.writeString(configuration, CONFIG.formatted(true));
        FilterHolder declared = new FilterHolder(PasskeyFilter.class);
        declared.setName("declared");
        FilterMapping mapping = new FilterMapping();
        mapping.setFilterName("declared");
        mapping.setPathSpec("/*");
        application.getServletHandler().addFilter(declared, mapping);

        assertThat(challengeStatus()).isEqualTo(200);
        assertThat(application.getServletHandler().getFilters())
                .extracting(FilterHolder::getName)
                .containsExactly("declared");
    }

    @Test
    void kitOpensAfterTheListenersOfTheApplication() throws Exception {
        Files.writeString(configuration, CONFIG.formatted(true));
        Latchkey own = Kit.over(storage);
        application.addEventListener(new ServletContextListener() {
            @Override
            public void contextInitialized(ServletContextEvent event) {
                event.getServletContext().setAttribute(Latchkey.class.getName(), own);
            }
        });
        try (WebApp app = WebApp.start(application)) {
            assertThat(app.get("/")).isNotNull();
            assertThat(application.getServletContext().getAttribute(Latchkey.class.getName()))
                    .isSameAs(own);
        }
    }

    @Test
    void kitThatItOpenedIsClosedWithTheApplication() throws Exception {
        Files.writeString(configuration, CONFIG.formatted(true));
        challengeStatus();

        assertThat(storage.isClosed()).isTrue();
        assertThat(application.getServletContext().getAttribute(Latchkey.class.getName()))
                .isNull();
    }

    @Test
    void endedFilterKeepsNoSecretInMemory() throws Exception {
        Files.writeString(configuration, CONFIG.formatted(true));
        ServletContext context = application.getServletContext();
        WeakReference<LatchkeyConfig> config =
                new WeakReference<>(new ConfigLocation(context).find().orElseThrow());
        PasskeyFilter filter = new PasskeyFilter(Objects.requireNonNull(config.get()));
        application.getServletHandler().addFilter(new FilterHolder(filter));
        filter.open(context);

        filter.destroy();

        System.gc();
        assertThat(config.get()).isNull();
    }

    @Test
    void applicationPathOfTheConfigurationMovesTheEndpointsBehindIt() throws Exception {
        Files.writeString(configuration, CONFIG.formatted(true) + "latchkey.filter.application-path = /api");

        assertThat(challengeStatus()).isEqualTo(NOBODY_SERVES_IT);
    }

    @Test
    void faultsOfTheConfigurationStopTheStart() throws Exception {
        Files.writeString(configuration, CONFIG.formatted(true) + "latchkey.filter.application-path = api");

        assertThatThrownBy(this::challengeStatus)
                .hasMessageContaining(
                        "latchkey.filter.application-path = \"api\": needs to be the @ApplicationPath that the container maps");
    }

    private int challengeStatus() throws Exception {
        try (WebApp app = WebApp.start(application)) {
            return app.send(app.request("/passkey/challenge")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"client_id\":\"web\"}")))
                    .statusCode();
        }
    }
}
