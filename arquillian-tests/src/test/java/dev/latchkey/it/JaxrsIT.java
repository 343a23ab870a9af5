package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.HttpTransport;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.net.URI;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A WAR with a JAX-RS application and a JSON provider of its own, which serves the endpoints behind the filter. */
class JaxrsIT extends Ceremonies {

    JaxrsIT() {
        super(Host.BARE, "with JAX-RS");
    }

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.jaxrs("orders");
    }

    @Override
    URI endpoints() {
        return application().resolve("api");
    }

    @Test
    void applicationKeepsItsOwnJson() {
        ContractClient client = ContractClient.of(HttpTransport.to(endpoints()), "web");

        Answer answer = client.send(
                        "POST",
                        "/orders",
                        Map.of("Content-Type", "application/json"),
                        Bytes.utf8("{\"title\":\"Emma\",\"copies\":2}"))
                .expect(200);

        assertThat(answer.body())
                .isEqualTo(JsonNodeFactory.instance
                        .objectNode()
                        .put("title", "Emma")
                        .put("copies", 2)
                        .put("confirmed", true));
    }

    @Test
    void filterServesNoEndpointInItsStead() {
        ContractClient.of(HttpTransport.to(application()), "web").jwks().expect(404);
    }

    @Test
    void applicationsOwnResourceKnowsWhoSignedIn() {
        ContractClient browser = Host.BARE.browser(endpoints());
        assertThat(browser.send("GET", "/orders/who").body().asText()).isEqualTo("nobody");

        browser.signup(new SoftwareAuthenticator(), Host.profile()).expect(200);

        assertThat(browser.send("GET", "/orders/who").body().asText()).isNotEqualTo("nobody");
    }
}
