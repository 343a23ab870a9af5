package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the login service, in Jetty. */
class JettyLoginTest extends ContainerLoginContract {
    /** As the documentation has it. */
    private static final String JETTY_WEB_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://jetty.org/configure_10_0.dtd">
            <Configure id="application" class="org.eclipse.jetty.ee10.webapp.WebAppContext">
              <Get name="hiddenClassMatcher">
                <Call name="add"><Arg>-org.eclipse.jetty.security.</Arg></Call>
                <Call name="add"><Arg>-org.eclipse.jetty.server.</Arg></Call>
                <Call name="add"><Arg>-org.eclipse.jetty.util.</Arg></Call>
              </Get>
              <Get name="securityHandler" id="security"/>
              <Call class="dev.latchkey.servlet.jetty.PasskeyLoginService" name="install">
                <Arg><Ref refid="application"/></Arg>
                <Arg><Ref refid="security"/></Arg>
              </Call>
            </Configure>
            """;

    @Override
    WebServer start(FormWar application, Path base) throws Exception {
        return JettyServer.start(application.write("WEB-INF/jetty-web.xml", JETTY_WEB_XML));
    }

    @Test
    void principalIsThatOfThePasskeyLogin() throws Exception {
        String email = nextEmail();

        assertThat(somebody().signUp(email).read("/members/list"))
                .startsWith("/members/list for " + email + " by FORM");
    }

    @Test
    void nameOfAPasskeyUserWithoutPasswordOpensNothing() throws Exception {
        String email = nextEmail();
        somebody().signUp(email);
        Person stranger = somebody();
        stranger.read("/members/list");

        assertThat(stranger.signIn(email, "").body()).isEqualTo("wrong name or password");
    }

    @Test
    void startWithoutTheLoginServiceSaysWhatToDo(@TempDir Path directory) throws Exception {
        FormWar war = FormWar.in(directory.resolve("shop"));

        assertThatThrownBy(() -> JettyServer.start(war))
                .hasMessageContaining("latchkey.login.container = true: ")
                .hasMessageContaining("WEB-INF/jetty-web.xml")
                .hasMessageContaining("or set login.container = false");
    }

    @Test
    void documentationShowsTheSameFile() throws Exception {
        String page = Files.readString(Path.of("../docs/your-login.md"));

        assertThat(page).contains(JETTY_WEB_XML);
    }
}
