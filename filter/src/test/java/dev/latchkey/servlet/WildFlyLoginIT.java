package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** By Jakarta Authentication, in WildFly. */
class WildFlyLoginIT extends ContainerLoginContract {
    @Override
    FormWar application(Path root) throws Exception {
        return FormWar.in(root).withLibraries(Path.of("target", "wildfly-lib"));
    }

    @Override
    WebServer start(FormWar application, Path base) throws Exception {
        return WildFlyServer.start(application, base);
    }

    @Test
    void principalIsThatOfThePasskeyLogin() throws Exception {
        Person person = somebody().signUp(nextEmail());

        assertThat(person.read("/members/list")).contains(" by PASSKEY ");
    }

    @Test
    void beanKnowsPasskeyUserAndPasswordUserAlike() throws Exception {
        String email = nextEmail();
        Person stranger = somebody();
        assertThat(stranger.read("/bean")).isEqualTo("not for nobody");
        stranger.read("/members/list");
        stranger.signIn("zoë", "zoë");
        assertThat(stranger.read("/bean")).startsWith("not for zoë");
        stranger.signIn("bob", "bob");
        assertThat(stranger.read("/bean")).isEqualTo("bean for bob staff=false");

        assertThat(somebody().signUp(email).read("/bean")).isEqualTo("bean for " + email + " staff=false");
    }

    @Test
    void documentationShowsTheSameCommands() throws Exception {
        assertThat(Files.readString(Path.of("../docs/your-login.md"))).contains(WildFlyServer.COMMANDS);
    }
}
