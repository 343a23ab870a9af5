package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
    void withoutTheLoginServiceTheLoginStaysBehindTheFilterAndTheLogSaysWhatToDo(@TempDir Path directory)
            throws Exception {
        FormWar war = FormWar.in(directory.resolve("shop"));
        List<String> lines = new CopyOnWriteArrayList<>();
        JettyServer jetty = Warnings.into(lines, () -> JettyServer.start(war));
        try {
            Person person = new Person(jetty.application()).signUp("eve@example.com");

            assertThat(person.read("/public")).startsWith("/public for eve@example.com by PASSKEY");
            assertThat(person.read("/members/list")).isEqualTo("please sign in");
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("latchkey.login.container = true is off"))
                    .singleElement()
                    .asString()
                    .contains("WEB-INF/jetty-web.xml", "set login.container = false");
        } finally {
            jetty.stop();
        }
    }

    @Test
    void otherLoginMethodThanFormIsRefusedWithAndWithoutTheLoginService(@TempDir Path directory) throws Exception {
        FormWar war = FormWar.in(directory.resolve("shop")).with("WEB-INF/web.xml", ">FORM<", ">BASIC<");

        assertThatThrownBy(() -> JettyServer.start(war))
                .hasMessageContaining("latchkey.login.container = true: <auth-method> is BASIC");
        war.write("WEB-INF/jetty-web.xml", JETTY_WEB_XML);
        assertThatThrownBy(() -> JettyServer.start(war))
                .hasMessageContaining("latchkey.login.container = true: <auth-method> is BASIC");
    }

    @Test
    void documentationShowsTheSameFile() throws Exception {
        String page = Files.readString(Path.of("../docs/your-login.md"));

        assertThat(page).contains(JETTY_WEB_XML);
    }
}
