package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.host.WhoPage;
import dev.latchkey.it.server.Database;
import dev.latchkey.it.server.Server;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A security constraint, which the container itself decides. */
@ExtendWith({ServerIsThere.class, ArquillianExtension.class})
class LoginIT {
    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>members</web-resource-name>
                  <url-pattern>/members/*</url-pattern>
                </web-resource-collection>
                <auth-constraint><role-name>**</role-name></auth-constraint>
              </security-constraint>
              <login-config>
                <auth-method>FORM</auth-method>
                <form-login-config>
                  <form-login-page>/sign-in</form-login-page>
                  <form-error-page>/sign-in</form-error-page>
                </form-login-config>
              </login-config>
            </web-app>
            """;

    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war = Wars.bare("members", Database.LATCHKEY, "latchkey.login.container = true\n")
                .addClass(WhoPage.class)
                .setWebXML(new StringAsset(WEB_XML));
        Server.chosen()
                .kind()
                .loginFiles()
                .forEach((name, text) -> war.addAsWebInfResource(new StringAsset(text), name));
        return war;
    }

    @Test
    void constrainedPageKnowsWhoSignedInWithAPasskey(@ArquillianResource URI application) {
        ContractClient browser = Host.BARE.browser(application).withHeader("Accept", "text/html");
        Answer page = browser.send("GET", "/members/who");
        assertThat(page.body().asText()).doesNotContain("a member");

        browser.signup(new SoftwareAuthenticator(), Host.profile()).expect(200);

        assertThat(browser.send("GET", "/members/who").expect(200).body().asText())
                .startsWith("a member: ");
    }
}
