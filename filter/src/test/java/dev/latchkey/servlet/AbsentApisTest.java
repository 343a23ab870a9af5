package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the log says of a container that is no full one. The class path of these tests has no JAX-RS door. */
class AbsentApisTest {

    @Test
    void containerThatHasEverythingNeedsNoLine() {
        assertThat(AbsentApis.of(without(), () -> false)).isEmpty();
    }

    @Test
    void whatIsAbsentIsNamedWithWhatIsOff() {
        assertThat(AbsentApis.of(without("jakarta.persistence.", "jakarta.security.auth."), () -> false))
                .contains("Not in this container, so off: Jakarta Persistence (the storage of latchkey-jpa),"
                        + " Jakarta Authentication (login.container)");
    }

    @Test
    void whatNoModuleOfTheKitWantsIsNotMissed() {
        assertThat(AbsentApis.of(without("jakarta.ws.rs."), () -> false)).isEmpty();
    }

    @Test
    void jettyNeedsNoJakartaAuthenticationForTheLoginInIt() {
        assertThat(AbsentApis.of(without("jakarta.security.auth."), () -> true)).isEmpty();
    }

    private ClassLoader without(String... packages) {
        return new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (List.of(packages).stream().anyMatch(name::startsWith)) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
    }
}
