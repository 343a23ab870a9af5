package dev.latchkey.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.it.server.Server;
import dev.latchkey.it.server.ServerContainer;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A WAR with one jar and two small files; the persistence provider and the data source are the server's. */
class BareIT extends Ceremonies {

    BareIT() {
        super(Host.BARE, "bare");
    }

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.bare("bare");
    }

    @Test
    void webInfHoldsOneJarAndTwoSmallFiles() {
        assertThat(files(war()))
                .containsExactlyInAnyOrder(
                        "/WEB-INF/lib/latchkey.jar",
                        "/WEB-INF/latchkey.conf",
                        "/WEB-INF/classes/META-INF/persistence.xml");
    }

    /** Without the directories. */
    private static List<String> files(WebArchive war) {
        return war.getContent().values().stream()
                .filter(node -> node.getAsset() != null)
                .map(node -> node.getPath().get())
                .toList();
    }

    @Test
    void logNamesWhatTheServerLacks() throws Exception {
        String log = ServerContainer.running().logOfDeployment();
        boolean lacksJaxrs = !Server.chosen().kind().jaxrs().isEmpty();

        assertThat(log.contains("Not in this container, so off: Jakarta RESTful Web Services (PasskeyFeature)"))
                .isEqualTo(lacksJaxrs);
    }
}
