package dev.latchkey.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The sample's WAR, with Hibernate and H2 in it, and with the separate modules, or the one jar where the server imposes its Jackson. */
class SampleIT extends Ceremonies {

    SampleIT() {
        super(Host.SAMPLE, "the sample");
    }

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.sample();
    }

    @Override
    String provider() {
        return "Hibernate";
    }
}
