package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two doors in one application are told; each application is one class loader. */
class ServingDoorsTest {
    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    @BeforeEach
    void startApplication() {
        thread.setContextClassLoader(new URLClassLoader(new URL[0]));
    }

    @AfterEach
    void leaveApplication() {
        thread.setContextClassLoader(before);
    }

    @Test
    void onlyDoorIsNoFault() {
        assertThat(ServingDoors.opened("the servlet filter")).isEmpty();
    }

    @Test
    void secondDoorIsToldWithTheRemedy() {
        ServingDoors.opened("the servlet filter");

        assertThat(ServingDoors.opened("PasskeyFeature")).hasValueSatisfying(line -> assertThat(line)
                .contains("2 doors", "the servlet filter and PasskeyFeature", "latchkey.filter.application-path"));
    }

    @Test
    void doorThatOpensAgainIsTheSame() {
        ServingDoors.opened("PasskeyFeature");

        assertThat(ServingDoors.opened("PasskeyFeature")).isEqualTo(Optional.empty());
    }

    @Test
    void closedDoorCountsNoLonger() {
        ServingDoors.opened("the servlet filter");
        ServingDoors.closed("the servlet filter");

        assertThat(ServingDoors.opened("PasskeyFeature")).isEmpty();
    }

    @Test
    void doorsOfOtherApplicationsDoNotCount() {
        ServingDoors.opened("the servlet filter");
        startApplication();

        assertThat(ServingDoors.opened("PasskeyFeature")).isEmpty();
    }
}
