package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.it.server.Database;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.HttpTransport;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two applications with the kit in one server, each with a database, keys and a configuration of its own. */
@ExtendWith({ServerIsThere.class, ArquillianExtension.class})
class TwoApplicationsIT {
    private static final String SECRET = "latchkey.keys.secret = \"another thirty-two random characters\"\n";

    private final SoftwareAuthenticator device = new SoftwareAuthenticator();

    @Deployment(name = "one", testable = false)
    static WebArchive one() {
        return Wars.bare("one");
    }

    @Deployment(name = "two", testable = false)
    static WebArchive two() {
        return Wars.bare("two", Database.OTHER, SECRET);
    }

    @Test
    void tokenOfOneIsRefusedByTheOther(
            @ArquillianResource @OperateOnDeployment("one") URI one,
            @ArquillianResource @OperateOnDeployment("two") URI two) {
        String token =
                Host.BARE.app(one).signup(device, Host.profile()).expect(200).text("access_token");

        Host.BARE.app(one).withBearer(token).userinfo().expect(200);
        Host.BARE.app(two).withBearer(token).userinfo().expect(401);
    }

    @Test
    void cookieOfOneIsRefusedByTheOther(
            @ArquillianResource @OperateOnDeployment("one") URI one,
            @ArquillianResource @OperateOnDeployment("two") URI two) {
        String cookie = browser(one)
                .signup(device, Host.profile())
                .expect(200)
                .header("Set-Cookie")
                .orElseThrow()
                .replaceFirst(";.*", "");

        browser(one).withHeader("Cookie", cookie).myAccount().list().expect(200);
        browser(two).withHeader("Cookie", cookie).myAccount().list().expect(401);
    }

    @Test
    void ceremonyThatBeganInOneDoesNotEndInTheOther(
            @ArquillianResource @OperateOnDeployment("one") URI one,
            @ArquillianResource @OperateOnDeployment("two") URI two) {
        ContractClient client = Host.BARE.app(one);
        client.signup(device, Host.profile()).expect(200);
        Answer challenge = client.passkeyChallenge().expect(200);
        ObjectNode answer = client.get(device, challenge, Bend.none());

        Host.BARE.app(two).token(challenge.text("auth_session"), answer).expectError(400, "invalid_grant");
        client.token(challenge.text("auth_session"), answer).expect(200);
        Host.BARE.app(two).login(device).expectError(400, "invalid_grant");
    }

    @Test
    void eachHasKeysOfItsOwn(
            @ArquillianResource @OperateOnDeployment("one") URI one,
            @ArquillianResource @OperateOnDeployment("two") URI two) {
        assertThat(Host.BARE.app(one).jwks().expect(200).body())
                .isNotEqualTo(Host.BARE.app(two).jwks().expect(200).body());
    }

    private static ContractClient browser(URI application) {
        return ContractClient.of(HttpTransport.to(application), Host.BARE.web()).withOrigin(Host.BARE.webOrigin());
    }
}
