package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.Latchkey;
import dev.latchkey.config.ConfigurationException;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the filter of a {@code web.xml} looks for its configuration, and what it says when it does not like it. */
class ConfigurationAtStartTest {
    private final StartingHost host;

    ConfigurationAtStartTest(@TempDir Path root) {
        host = new StartingHost(root);
    }

    @Test
    void configurationInWebInfIsRead() throws Exception {
        host.write("WEB-INF/latchkey.conf", StartingHost.CONFIG);

        assertThat(host.challengeStatus()).isEqualTo(200);
    }

    @Test
    void propertiesInWebInfAreRead() throws Exception {
        host.write("WEB-INF/latchkey.properties", """
                latchkey.domains.0.host = localhost
                latchkey.clients.web.allowed-origins = http://localhost:3000
                latchkey.keys.secret = a secret that these tests alone know
                """);

        assertThat(host.challengeStatus()).isEqualTo(200);
    }

    @Test
    void configurationOnTheClassPathIsRead() throws Exception {
        host.write("classes/latchkey.conf", StartingHost.CONFIG);
        host.application().setClassLoader(host.classPath("classes"));

        assertThat(host.challengeStatus()).isEqualTo(200);
    }

    @Test
    void initParameterNamesAResourceOfTheApplication() throws Exception {
        host.write("WEB-INF/passkeys.conf", StartingHost.CONFIG);
        host.filter().setInitParameter("config", "/WEB-INF/passkeys.conf");

        assertThat(host.challengeStatus()).isEqualTo(200);
    }

    @Test
    void initParameterNamesAResourceOfTheClassPath() throws Exception {
        host.write("classes/etc/passkeys.conf", StartingHost.CONFIG);
        host.application().setClassLoader(host.classPath("classes"));
        host.filter().setInitParameter("config", "etc/passkeys.conf");

        assertThat(host.challengeStatus()).isEqualTo(200);
    }

    @Test
    void applicationFindsTheKitThatTheFilterOpened() throws Exception {
        host.write("WEB-INF/latchkey.conf", StartingHost.CONFIG);
        try (WebApp app = host.start()) {
            assertThat(app.get("/")).isNotNull();
            assertThat(host.application().getServletContext().getAttribute(Latchkey.class.getName()))
                    .isInstanceOf(Latchkey.class);
        }
        assertThat(host.application().getServletContext().getAttribute(Latchkey.class.getName()))
                .isNull();
    }

    @Test
    void missingConfigurationFailsTheStart() {
        assertThatThrownBy(host::start)
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("latchkey.conf or latchkey.properties in WEB-INF or on the class path");
    }

    @Test
    void twoConfigurationsFailTheStart() throws IOException {
        host.write("WEB-INF/latchkey.conf", StartingHost.CONFIG);
        host.write("WEB-INF/latchkey.properties", "");

        assertThatThrownBy(host::start).hasMessageContaining("latchkey.properties: keep one of the two");
    }

    @Test
    void namedConfigurationThatIsNotThereFailsTheStart() throws IOException {
        host.write("WEB-INF/latchkey.conf", StartingHost.CONFIG);
        host.filter().setInitParameter("config", "/WEB-INF/passkeys.conf");

        assertThatThrownBy(host::start).hasMessageContaining("init-param config = /WEB-INF/passkeys.conf");
    }

    @Test
    void everyFaultOfTheConfigurationIsInOneMessage() throws IOException {
        host.write(
                "WEB-INF/latchkey.conf",
                StartingHost.CONFIG + "latchkey { ceremony.timeout = 1 s, tokens.acces-token-lifetime = 1 h }");

        assertThatThrownBy(host::start)
                .isInstanceOf(ServletException.class)
                .hasCauseInstanceOf(ConfigurationException.class)
                .hasMessageContaining("2 faults")
                .hasMessageContaining("ceremony.timeout")
                .hasMessageContaining("acces-token-lifetime");
    }
}
