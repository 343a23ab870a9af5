package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.event.PasskeyEvents;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.HttpTransport;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A web application of two files: {@code web.xml} and {@code latchkey.conf}. */
class WebXmlTest {
    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <filter>
                <filter-name>passkeys</filter-name>
                <filter-class>dev.latchkey.servlet.PasskeyFilter</filter-class>
                <async-supported>true</async-supported>
              </filter>
              <filter-mapping>
                <filter-name>passkeys</filter-name>
                <url-pattern>/*</url-pattern>
                <dispatcher>REQUEST</dispatcher>
                <dispatcher>ASYNC</dispatcher>
                <dispatcher>ERROR</dispatcher>
              </filter-mapping>
              <servlet>
                <servlet-name>who</servlet-name>
                <servlet-class>dev.latchkey.servlet.WhoServlet</servlet-class>
              </servlet>
              <servlet-mapping>
                <servlet-name>who</servlet-name>
                <url-pattern>/who</url-pattern>
              </servlet-mapping>
            </web-app>
            """;

    private static final String CONFIG = """
            latchkey {
              domains = [{ host = localhost }]
              clients.web { allowed-origins = ["http://localhost:3000"], session-login = true }
              login.session = true
              keys.secret = "a secret that these tests alone know"
              storage.properties { "jakarta.persistence.jdbc.url" = "%s" }
            }
            """;

    private final Path webInf;

    WebXmlTest(@TempDir Path root) throws Exception {
        webInf = Files.createDirectories(root.resolve("WEB-INF"));
        Files.writeString(webInf.resolve("web.xml"), WEB_XML);
        Files.writeString(webInf.resolve("latchkey.conf"), CONFIG.formatted(Kit.database()));
    }

    @Test
    void webXmlAndConfigurationAreEnough() throws Exception {
        WebAppContext application = new WebAppContext();
        application.setContextPath("/shop");
        application.setBaseResource(ResourceFactory.root().newResource(webInf.getParent()));
        List<PasskeyEvent> events = new CopyOnWriteArrayList<>();
        application.setAttribute(PasskeyEvents.class.getName(), (PasskeyEvents) events::add);
        try (WebApp app = WebApp.start(application)) {
            URI uri = URI.create("http://localhost:" + app.port() + "/shop");
            ContractClient web = ContractClient.of(HttpTransport.to(uri).withCookies(), "web")
                    .withOrigin("http://localhost:3000");
            web.signup(new SoftwareAuthenticator(), ContractClient.profile("ada@example.com"))
                    .expect(200);

            assertThat(web.send("GET", "/who").body().asText()).endsWith(" by PASSKEY");
            assertThat(events).singleElement().isInstanceOf(PasskeyEvent.SignedUp.class);
        }
    }
}
