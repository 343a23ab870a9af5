package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.server.Jvm;
import dev.latchkey.it.server.Server;
import dev.latchkey.it.server.ServerContainer;
import dev.latchkey.it.server.ServerKind;
import dev.latchkey.it.server.ServerKind.Kept;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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
    private static final String PLAIN = "plain";
    private static final int PLAIN_DEPLOYMENTS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What has no instance once the kit is closed, and would keep a secret, keys or connections. */
    private static final Set<String> OPEN = Set.of(
            "dev.latchkey.Latchkey",
            "dev.latchkey.config.KeySettings",
            "dev.latchkey.token.SigningKeys",
            "dev.latchkey.jpa.JpaStorage");

    private final Jvm server = new Jvm(ServerContainer.running().pid());
    private final ServerKind kind = Server.chosen().kind();

    @Deployment(name = NAME, managed = false, testable = false)
    static WebArchive war() {
        return Wars.bare(NAME);
    }

    @Deployment(name = PLAIN, managed = false, testable = false)
    static WebArchive plain() {
        return Wars.plain(PLAIN);
    }

    @Test
    void redeployedApplicationServesAndTwoRedeploymentsLeaveNothingBehind(@ArquillianResource Deployer deployer)
            throws Exception {
        if (kind.hasTransactions()) {
            assertKeptWithoutLatchkey(deployer);
        }
        URI application = application(NAME);
        SoftwareAuthenticator device = new SoftwareAuthenticator();
        deployer.deploy(NAME);
        Host.BARE.browser(application).signup(device, Host.profile()).expect(200);
        assertThat(live(OPEN::contains)).containsExactlyInAnyOrderElementsOf(OPEN);

        for (int redeployment = 0; redeployment < 2; redeployment++) {
            deployer.undeploy(NAME);
            deployer.deploy(NAME);
            Host.BARE.browser(application).login(device).expect(200);
        }
        deployer.undeploy(NAME);

        assertThat(left(kind.kept() == Kept.ALL ? OPEN::contains : RedeployIT::isOfLatchkey, 0))
                .isEmpty();
        assertThat(server.threads()).noneMatch(name -> name.contains("latchkey"));
    }

    /** Goes first, and so is the one that a server keeps which keeps its first application. */
    private void assertKeptWithoutLatchkey(Deployer deployer) throws Exception {
        for (int deployment = 0; deployment < PLAIN_DEPLOYMENTS; deployment++) {
            deployer.deploy(PLAIN);
            Host.BARE.browser(application(PLAIN)).send("GET", "/transaction").expect(200);
            deployer.undeploy(PLAIN);
        }
        int kept = kind.kept().of(PLAIN_DEPLOYMENTS);
        assertThat(left("dev.latchkey.it.plain.Trace"::equals, kept)).hasSizeLessThanOrEqualTo(kept);
    }

    private static URI application(String name) {
        return ServerContainer.running().instance().uri().resolve("/" + name);
    }

    /** A class loader that is not let go keeps the enum constants of its classes at least. */
    private static boolean isOfLatchkey(String name) {
        return name.startsWith("dev.latchkey.") && !name.startsWith("dev.latchkey.it.");
    }

    /** The classes that live when so many are left, at the latest when patience ends. */
    private List<String> left(Predicate<String> classes, int expected) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        List<String> left = live(classes);
        while (left.size() > expected && Instant.now().isBefore(end)) {
            Thread.sleep(500);
            left = live(classes);
        }
        return left;
    }

    private List<String> live(Predicate<String> classes) throws Exception {
        return server.liveClasses().stream().filter(classes).toList();
    }
}
