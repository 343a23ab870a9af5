package dev.latchkey.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A WAR with one jar and two small files; the persistence provider and the data source are the server's. */
class BareIT extends Ceremonies {

    BareIT() {
        super(Host.BARE, "bare");
    }

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.bare("bare");
    }
}
