package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Latchkey;
import dev.latchkey.config.AccountAttribute;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.jpa.JpaStorageProvider;
import dev.latchkey.storage.Storage;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.HttpTransport;
import dev.latchkey.testkit.SoftwareAuthenticator;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The application's own login by password, of users of its own, at My Account. */
class HostLoginTest {
    private static final String EMAIL = "ada@example.com";

    private final LatchkeyConfig config = Kit.configuration()
            .accounts(accounts -> accounts.entity(Member.class.getName())
                    .attribute(AccountAttribute.ID, "id")
                    .attribute(AccountAttribute.EMAIL, "email")
                    .attribute(AccountAttribute.ROLES, "role")
                    .defaultValue("role", "member"))
            .storage(storage ->
                    storage.persistenceUnit("members").property("jakarta.persistence.jdbc.url", Kit.database()))
            .build();
    private final Storage storage =
            new JpaStorageProvider().open(config.storage(), config.accounts(), name -> Optional.empty());
    private final Latchkey latchkey = Latchkey.builder(config, storage).build();
    private WebApp app;
    private ContractClient web;

    @BeforeEach
    void start() throws Exception {
        app = WebApp.start("/", this::install);
        browser()
                .signup(new SoftwareAuthenticator(), ContractClient.profile(EMAIL))
                .expect(200);
        web = browser();
    }

    @AfterEach
    void stop() {
        app.close();
        storage.close();
    }

    @Test
    void passkeyIsEnrolledByTheSessionOfAPasswordLogin() {
        web.send("GET", "/password-login?name=" + EMAIL + "&since=" + Instant.now());

        web.myAccount().enroll(new SoftwareAuthenticator()).expect(201);
        assertThat(web.myAccount().list().body().path("authentication_methods")).hasSize(2);
    }

    @Test
    void passwordLoginWithoutATimeIsNotRecentEnoughToEnrollOrRemove() {
        web.send("GET", "/password-login?name=" + EMAIL);

        String passkey = web.myAccount()
                .list()
                .expect(200)
                .body()
                .at("/authentication_methods/0/id")
                .asText();
        web.myAccount().create().expect(403);
        web.myAccount().delete(passkey).expect(403);
        web.myAccount().get(passkey).expect(200);
    }

    private ContractClient browser() {
        URI uri = URI.create("http://localhost:" + app.port());
        return ContractClient.of(HttpTransport.to(uri).withCookies(), "web").withOrigin(Kit.WEB_ORIGIN);
    }

    private void install(ServletContextHandler application) {
        application.addFilter(new FilterHolder(new PasskeyFilter(latchkey)), "/*", EnumSet.of(DispatcherType.REQUEST));
        application.addServlet(WhoServlet.class, "/");
    }
}
