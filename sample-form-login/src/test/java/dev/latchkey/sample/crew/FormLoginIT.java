package dev.latchkey.sample.crew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.sample.browser.Browser;
import dev.latchkey.sample.browser.BrowserExtension;
import dev.latchkey.sample.browser.PageFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Security constraints, the passwords of Tomcat's realm, and passkeys, in Chromium. */
@ExtendWith({CrewExtension.class, BrowserExtension.class})
class FormLoginIT {
    private final Browser browser;
    private final CrewPages pages;

    FormLoginIT(Browser browser, Crew crew) {
        this.browser = browser;
        this.pages = new CrewPages(browser, crew.address());
    }

    @Test
    void strangerIsAskedToSignIn() {
        pages.open("/crew/roster");

        pages.awaitHeading("Crew sign-in");
        assertThat(pages.path()).isEqualTo("/crew/roster");
    }

    @Test
    void passwordUserReachesTheRoster() {
        pages.open("/crew/roster");
        pages.signIn("ada", "ada rows well");

        assertThat(pages.awaitRoster().who()).isEqualTo("You are signed in as ada, by password.");
    }

    @Test
    void wrongPasswordIsRefusedAndTheNextTryLeadsToTheRoster() {
        pages.open("/crew/roster");
        pages.signIn("ada", "guess");
        pages.awaitRefusal();

        pages.signIn("ada", "ada rows well");

        assertThat(pages.awaitRoster().who()).isEqualTo("You are signed in as ada, by password.");
    }

    @Test
    void passwordUserAddsAPasskeyAndReachesTheRosterByIt() {
        pages.open("/crew/roster");
        pages.signIn("ada", "ada rows well");
        pages.awaitRoster().addPasskey();
        assertThat(browser.device().passkeys()).isOne();
        pages.signOut();

        pages.signInWithPasskey("/crew/roster");

        assertThat(pages.awaitRoster().who()).isEqualTo("You are signed in as ada, by passkey.");
    }

    @Test
    void passkeyUserWhoCameToTheSignInPageIsBroughtToTheRoster() {
        withPasskey("mae", "mae is at the helm");

        pages.signInWithPasskey("/signin");

        assertThat(pages.awaitRoster().who()).isEqualTo("You are signed in as mae, by passkey.");
    }

    @Test
    void passkeyFromTheAutofillLeadsToTheRoster() {
        withPasskey("ada", "ada rows well");

        pages.open("/crew/roster");

        assertThat(pages.awaitRoster().who()).isEqualTo("You are signed in as ada, by passkey.");
    }

    @Test
    void signingOutEndsAPasswordLogin() {
        pages.open("/crew/roster");
        pages.signIn("ada", "ada rows well");
        pages.awaitRoster();

        pages.signOut();

        assertNobodyIsSignedIn();
    }

    @Test
    void signingOutEndsAPasskeyLogin() {
        withPasskey("ada", "ada rows well");
        pages.signInWithPasskey("/crew/roster");
        pages.awaitRoster();

        pages.signOut();

        assertNobodyIsSignedIn();
    }

    @Test
    void personWithoutTheRoleIsTurnedAway() {
        pages.open("/crew/roster");
        browser.console().announceRefusal(pages.address("/crew/roster"), 403, "");
        pages.signIn("finn", "finn visits");

        pages.awaitHeading("Not for you");
        pages.signOut();
    }

    @Test
    void pagesAreAccessibleAndFit() {
        pages.open("/");
        assertThat(PageFaults.in(browser)).isEmpty();
        pages.open("/crew/roster");
        pages.save("form-signin");
        assertThat(PageFaults.in(browser)).isEmpty();
        pages.signIn("ada", "guess");
        pages.awaitRefusal();
        assertThat(PageFaults.in(browser)).isEmpty();
        pages.save("form-signin-refused");
        pages.signIn("ada", "ada rows well");
        pages.awaitRoster().addPasskey();
        assertThat(PageFaults.in(browser)).isEmpty();
        pages.save("form-roster");
    }

    private void withPasskey(String name, String password) {
        pages.open("/crew/roster");
        pages.signIn(name, password);
        pages.awaitRoster().addPasskey();
        pages.signOut();
    }

    private void assertNobodyIsSignedIn() {
        pages.open("/");
        assertThat(pages.offersSignOut()).isFalse();
        pages.open("/crew/roster");
        pages.awaitHeading("Crew sign-in");
    }
}
