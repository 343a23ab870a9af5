package dev.latchkey.it;

import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.HttpTransport;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.io.File;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sample's WAR, as it is. */
@ExtendWith(ArquillianExtension.class)
class SampleIT {

    @ArquillianResource
    private URI application = URI.create("http://localhost");

    @Deployment(testable = false)
    static WebArchive sample() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("sample.war")))
                .as(WebArchive.class);
    }

    @Test
    void signUpAndSignIn() {
        SoftwareAuthenticator device = new SoftwareAuthenticator();
        ContractClient client =
                ContractClient.of(HttpTransport.to(application), "sample-app").withOrigin("http://localhost:3000");
        client.signup(device, ContractClient.profile("eve@example.com").put("name", "Eve"))
                .expect(200);
        Answer tokens = client.login(device).expect(200);
        tokens.text("access_token");
    }
}
