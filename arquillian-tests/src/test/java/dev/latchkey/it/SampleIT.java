package dev.latchkey.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The sample's WAR, as it is: with the separate modules, Hibernate and H2 in it. */
class SampleIT extends Ceremonies {

    SampleIT() {
        super(Host.SAMPLE, "the sample");
    }

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.sample();
    }
}
