package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.auth.message.config.AuthConfigFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By Jakarta Authentication, in Tomcat. */
class TomcatLoginTest extends ContainerLoginContract {

    @Override
    WebServer start(FormWar application, Path base) throws Exception {
        return TomcatServer.start(application, base);
    }

    @Test
    void principalIsThatOfThePasskeyLogin() throws Exception {
        Person person = somebody().signUp(nextEmail());

        assertThat(person.read("/members/list")).contains(" by PASSKEY ");
    }

    @Test
    void scriptGetsAStatusInPlaceOfTheLoginPage() throws Exception {
        Person person = somebody();

        assertThat(person.send(person.request("/members/list").header("Accept", "application/json"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(person.send(person.request("/members/list").header("Sec-Fetch-Mode", "cors"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void passwordLoginOfAnotherPersonReplacesThePasskeyLogin() throws Exception {
        Person person = somebody().signUp(nextEmail());
        person.read("/cart");

        person.signIn("bob", "bob");

        assertThat(person.read("/members/list"))
                .startsWith("/members/list for bob by FORM")
                .endsWith("cart=null");
    }

    @Test
    void addressThatABrowserHoldsForAnotherHostIsNotRemembered(@TempDir Path directory) throws Exception {
        TomcatServer tomcat = TomcatServer.start(FormWar.in(directory.resolve("ROOT")), directory);
        Person person = new Person(tomcat.application());
        assertThat(person.read("//members/list")).isEqualTo("please sign in");

        assertThat(person.signIn("bob", "bob").uri())
                .hasAuthority(tomcat.application().getAuthority());
        tomcat.stop();
    }

    @Test
    void undeploymentTakesTheModuleBack(@TempDir Path directory) throws Exception {
        TomcatServer tomcat = TomcatServer.start(FormWar.in(directory.resolve("outlet")), directory);
        String name = tomcat.virtualServer() + " /outlet";
        AuthConfigFactory factory = AuthConfigFactory.getFactory();
        assertThat(factory.getConfigProvider("HttpServlet", name, null)).isNotNull();

        tomcat.remove();

        assertThat(factory.getConfigProvider("HttpServlet", name, null)).isNull();
        tomcat.stop();
    }

    @Test
    void loginIsVoidOnEveryPageOnceTheApplicationHoldsNobodyForLoggedIn(@TempDir Path directory) throws Exception {
        FormWar attribute = FormWar.in(directory.resolve("outlet"))
                .with("WEB-INF/latchkey.conf", "container = true", "container = true, principal-attribute = user");
        TomcatServer tomcat = TomcatServer.start(attribute, directory);
        Person person = new Person(tomcat.application()).signUp("eve@example.com");
        assertThat(person.read("/members/list")).startsWith("/members/list for eve@example.com");

        person.read("/forget-user");

        assertThat(person.read("/members/list")).isEqualTo("please sign in");
        assertThat(person.read("/public")).isEqualTo("/public for nobody");
        tomcat.stop();
    }

    @Test
    void containerWithoutJakartaAuthenticationStartsWhereTheLoginInTheContainerIsOff(@TempDir Path directory)
            throws Exception {
        FormWar off = FormWar.in(directory.resolve("outlet"))
                .with("WEB-INF/latchkey.conf", "container = true", "container = false");
        TomcatServer tomcat = TomcatServer.of(off, directory, new WithoutJakartaAuthentication());
        try {
            Person person = new Person(tomcat.application()).signUp("eve@example.com");

            assertThat(person.read("/public")).startsWith("/public for eve@example.com by PASSKEY");
        } finally {
            tomcat.stop();
        }
    }

    @Test
    void containerWithoutJakartaAuthenticationKeepsTheLoginBehindTheFilter(@TempDir Path directory) throws Exception {
        FormWar war = FormWar.in(directory.resolve("outlet"));
        List<String> lines = new CopyOnWriteArrayList<>();
        TomcatServer tomcat =
                Warnings.into(lines, () -> TomcatServer.of(war, directory, new WithoutJakartaAuthentication()));
        try {
            Person person = new Person(tomcat.application()).signUp("eve@example.com");

            assertThat(person.read("/public")).startsWith("/public for eve@example.com by PASSKEY");
            assertThat(person.read("/members/list")).isEqualTo("please sign in");
            assertThat(person.signIn("bob", "bob").body()).startsWith("/members/list for bob by FORM");
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("latchkey.login.container = true is off"))
                    .singleElement()
                    .asString()
                    .contains("the container has no Jakarta Authentication 3.0", "set login.container = false");
        } finally {
            tomcat.stop();
        }
    }

    @Test
    void moduleOfAnotherIsLeftInPlace(@TempDir Path directory) throws Exception {
        FormWar sameName = FormWar.in(directory.resolve("shop"));

        assertThat(refusal(sameName, directory, TomcatLoginTest.class.getClassLoader()))
                .contains("latchkey.login.container = true: the container already has a module for this application");
        assertThat(somebody().read("/members/list")).isEqualTo("please sign in");
    }

    @Test
    void otherLoginMethodThanFormIsRefused(@TempDir Path directory) throws Exception {
        FormWar war = FormWar.in(directory.resolve("outlet")).with("WEB-INF/web.xml", ">FORM<", ">BASIC<");

        assertThat(refusal(war, directory, TomcatLoginTest.class.getClassLoader()))
                .contains("latchkey.login.container = true: <auth-method> is BASIC in /WEB-INF/web.xml")
                .contains("or set login.container = false");
    }

    @Test
    void loginPageMayBeHiddenInWebInf(@TempDir Path directory) throws Exception {
        FormWar war = FormWar.in(directory.resolve("outlet"))
                .with("WEB-INF/web.xml", "<form-login-page>/sign-in<", "<form-login-page>/WEB-INF/sign-in<");
        TomcatServer tomcat = TomcatServer.start(war, directory);

        assertThat(new Person(tomcat.application()).read("/members/list")).startsWith("/WEB-INF/sign-in for nobody");
        tomcat.stop();
    }

    /** What the filter logs that keeps an application from starting. */
    private static String refusal(FormWar war, Path directory, ClassLoader shared) throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        TomcatServer tomcat = Warnings.into(lines, () -> TomcatServer.of(war, directory, shared));
        try {
            assertThat(tomcat.runs()).isFalse();
            return String.join("\n", lines);
        } finally {
            tomcat.stop();
        }
    }

    /** The class path of the tests, as a container has it that knows nothing of the API. */
    private static final class WithoutJakartaAuthentication extends ClassLoader {
        WithoutJakartaAuthentication() {
            super(TomcatLoginTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("jakarta.security.auth.message.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
