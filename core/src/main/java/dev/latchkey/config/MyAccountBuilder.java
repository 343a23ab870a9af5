package dev.latchkey.config;

import java.time.Duration;

/** Managing one's own passkeys, section {@code latchkey.my-account}. Not thread-safe. */
public final class MyAccountBuilder extends SectionBuilder {

    MyAccountBuilder() {}

    /** Whether the session may call the My Account API without a token. */
    public MyAccountBuilder session(boolean session) {
        set("session", session);
        return this;
    }

    /** How long after signing in a person may add and remove passkeys. */
    public MyAccountBuilder maxAuthenticationAge(Duration maxAuthenticationAge) {
        set("max-authentication-age", maxAuthenticationAge);
        return this;
    }

    /** The greatest number of passkeys of an account. */
    public MyAccountBuilder maxPasskeys(int maxPasskeys) {
        set("max-passkeys", maxPasskeys);
        return this;
    }

    /** Whether a browser may make a passkey without asking, right after the person signed in with a stored password. */
    public MyAccountBuilder conditionalCreate(boolean conditionalCreate) {
        set("conditional-create", conditionalCreate);
        return this;
    }
}
