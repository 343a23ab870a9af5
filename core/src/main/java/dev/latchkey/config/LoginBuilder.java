package dev.latchkey.config;

/** The browser's session, section {@code latchkey.login}. Not thread-safe. */
public final class LoginBuilder extends SectionBuilder {

    LoginBuilder() {}

    /** Whether a sign-in of a client with session login logs the browser in. */
    public LoginBuilder session(boolean session) {
        set("session", session);
        return this;
    }

    /** Whether the container itself learns who signed in. */
    public LoginBuilder container(boolean container) {
        set("container", container);
        return this;
    }

    /** The application's session attribute with the name of who is logged in. */
    public LoginBuilder principalAttribute(String principalAttribute) {
        set("principal-attribute", principalAttribute);
        return this;
    }

    /** The application's session attribute with the time of that. */
    public LoginBuilder authenticatedAtAttribute(String authenticatedAtAttribute) {
        set("authenticated-at-attribute", authenticatedAtAttribute);
        return this;
    }
}
