package dev.latchkey.it;

import dev.latchkey.it.server.Libraries;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR that has an old Jackson beside the one jar. The server has it too. */
class OldJacksonIT extends Ceremonies {

    OldJacksonIT() {
        super(Host.BARE, "with Jackson 2.12");
    }

    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war = Wars.bare("jackson");
        for (Path jar : Libraries.OLD_JACKSON.jars()) {
            war.addAsLibrary(jar.toFile());
        }
        return war;
    }
}
