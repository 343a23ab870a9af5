package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.server.Jvm;
import dev.latchkey.it.server.Server;
import dev.latchkey.it.server.ServerContainer;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an application leaves behind when the server lets go of it. The first of all, so that nothing else can have left it. */
@Order(1)
@ExtendWith({ServerIsThere.class, ArquillianExtension.class})
class RedeployIT {
    private static final String NAME = "again";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Deployment(name = NAME, managed = false, testable = false)
    static WebArchive war() {
        return Wars.bare(NAME);
    }

    @Test
    void redeployedApplicationServesAndTwoRedeploymentsLeaveNothingBehind(@ArquillianResource Deployer deployer)
            throws Exception {
        Jvm server = new Jvm(ServerContainer.running().pid());
        URI application = ServerContainer.running().instance().uri().resolve("/" + NAME);
        SoftwareAuthenticator device = new SoftwareAuthenticator();
        deployer.deploy(NAME);
        Host.BARE.browser(application).signup(device, Host.profile()).expect(200);
        assertThat(classes(server)).contains("dev.latchkey.Latchkey");

        for (int redeployment = 0; redeployment < 2; redeployment++) {
            deployer.undeploy(NAME);
            deployer.deploy(NAME);
            Host.BARE.browser(application).login(device).expect(200);
        }
        deployer.undeploy(NAME);

        if (!Server.chosen().kind().hasTransactions()) {
            assertForgotten(server);
        }
    }

    /** Full servers were not looked at: their own persistence provider keeps what it made. */
    private static void assertForgotten(Jvm server) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!classes(server).isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(500);
        }
        assertThat(classes(server)).isEmpty();
        assertThat(server.threads()).noneMatch(name -> name.contains("latchkey"));
    }

    /** Those of the application: a class loader that is not let go keeps its enum constants at least. */
    private static List<String> classes(Jvm server) throws Exception {
        return server.liveClasses().stream()
                .filter(name -> name.startsWith("dev.latchkey."))
                .toList();
    }
}
