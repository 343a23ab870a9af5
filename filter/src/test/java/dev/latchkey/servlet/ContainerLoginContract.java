package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Passwords of the container's realm and passkeys side by side, in a container that knows both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContainerLoginContract {
    private int accounts;
    private FormWar war;
    private WebServer server;
    private Person person;
    private String eve;

    /** The application, in a directory named like its context path. */
    FormWar application(Path root) throws Exception {
        return FormWar.in(root);
    }

    abstract WebServer start(FormWar application, Path base) throws Exception;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        war = application(directory.resolve("shop"));
        server = start(war, directory);
    }

    @BeforeEach
    void arrive() {
        person = somebody();
        eve = nextEmail();
    }

    @AfterAll
    void stop() throws Exception {
        server.stop();
    }

    String nextEmail() {
        accounts++;
        return "eve" + accounts + "@example.com";
    }

    Person somebody() {
        return new Person(server.application());
    }

    @Test
    void strangerIsAskedToSignIn() throws Exception {
        assertThat(person.read("/members/list")).isEqualTo("please sign in");
        assertThat(person.read("/staff/list")).isEqualTo("please sign in");
        assertThat(person.read("/public")).isEqualTo("/public for nobody");
    }

    @Test
    void passkeyUserReachesTheConstrainedPage() throws Exception {
        person.signUp(eve);

        assertThat(person.read("/members/list"))
                .startsWith("/members/list for " + eve)
                .contains("member=true staff=false");
        assertThat(person.read("/public")).startsWith("/public for " + eve);
    }

    @Test
    void passkeyUserWithoutTheRoleIsForbidden() throws Exception {
        person.signUp(eve);
        assertThat(person.open("/staff/list").statusCode()).isEqualTo(403);

        war.giveRole(eve, "staff");
        person.signIn();

        assertThat(person.open("/members/list").statusCode()).isEqualTo(403);
        assertThat(person.read("/staff/list")).startsWith("staff: " + eve);
    }

    @Test
    void passwordUserReachesThePageThatWasAskedFor() throws Exception {
        person.read("/members/list?page=2");

        HttpResponse<String> page = person.signIn("bob", "bob");

        assertThat(page.uri()).hasPath("/shop/members/list").hasQuery("page=2");
        assertThat(page.body()).startsWith("/members/list for bob by FORM member=true staff=false");
        assertThat(person.read("/members/list")).startsWith("/members/list for bob");
        assertThat(person.open("/staff/list").statusCode()).isEqualTo(403);
    }

    @Test
    void passwordUserWithoutTheRoleIsForbidden() throws Exception {
        person.read("/members/list");

        assertThat(person.signIn("zoë", "zoë").statusCode()).isEqualTo(403);
        assertThat(person.read("/public")).startsWith("/public for zoë");
    }

    @Test
    void wrongPasswordIsRefused() throws Exception {
        person.read("/members/list");

        assertThat(person.signIn("bob", "guess").body()).isEqualTo("wrong name or password");
        assertThat(person.signIn(eve, "").body()).isEqualTo("wrong name or password");
        assertThat(person.read("/members/list")).isEqualTo("please sign in");
    }

    @Test
    void passkeyLoginChangesTheSessionIdAndKeepsTheVisitorsCart() throws Exception {
        person.signUp(eve).read("/logout");
        String before = person.read("/session");
        person.read("/cart");

        person.signIn();

        assertThat(person.read("/session")).isNotEqualTo(before).isEqualTo(person.read("/session"));
        assertThat(person.read("/members/list")).endsWith("cart=full");
    }

    @Test
    void passwordLoginChangesTheSessionId() throws Exception {
        String before = person.read("/session");
        person.read("/members/list");

        person.signIn("bob", "bob");

        assertThat(person.read("/session")).isNotEqualTo(before).isEqualTo(person.read("/session"));
    }

    @Test
    void logoutEndsAPasskeyLoginOnEveryPage() throws Exception {
        person.signUp(eve);

        assertThat(person.read("/logout")).isEqualTo("nobody");
        assertThat(person.read("/members/list")).isEqualTo("please sign in");
        assertThat(person.read("/public")).isEqualTo("/public for nobody");
    }

    @Test
    void logoutEndsAPasswordLoginOnEveryPage() throws Exception {
        person.read("/members/list");
        person.signIn("bob", "bob");

        assertThat(person.read("/logout")).isEqualTo("nobody");
        assertThat(person.read("/members/list")).isEqualTo("please sign in");
        assertThat(person.read("/public")).isEqualTo("/public for nobody");
    }

    @Test
    void passkeyLoginOfAnotherPersonReplacesThePasswordLogin() throws Exception {
        person.signUp(eve).read("/logout");
        person.read("/members/list");
        person.signIn("bob", "bob");
        person.read("/cart");

        person.signIn();

        assertThat(person.read("/members/list"))
                .startsWith("/members/list for " + eve)
                .endsWith("cart=null");
    }

    @Test
    void personWhoJustGaveThePasswordMayAddAPasskeyAndSignInWithIt() throws Exception {
        somebody().signUp("ada@example.com");
        person.read("/members/list");
        person.signIn("ada@example.com", "ada@example.com");

        person.addPasskey(201);
        person.read("/logout");
        person.signIn();

        assertThat(person.read("/members/list")).startsWith("/members/list for ada@example.com");
    }

    @Test
    void personWhoseAccountLatchkeyDoesNotKnowMayNotAddAPasskey() throws Exception {
        person.read("/members/list");
        person.signIn("bob", "bob");

        assertThat(person.web().myAccount().create().status()).isIn(401, 403);
    }

    @Test
    void loginsGoOnAfterTheApplicationWasRestarted() throws Exception {
        person.signUp(eve);

        server.restartApplication();
        person = new Person(server.application());
        assertThat(person.read("/members/list")).isEqualTo("please sign in");
        String other = nextEmail();
        person.signUp(other);
        assertThat(person.read("/members/list")).startsWith("/members/list for " + other);
        person.read("/logout");

        person.read("/members/list");
        assertThat(person.signIn("bob", "bob").body()).startsWith("/members/list for bob");
    }
}
