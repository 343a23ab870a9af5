package dev.latchkey.config;

/** How accounts are found, section {@code latchkey.accounts}. Not thread-safe. */
public final class AccountBuilder extends SectionBuilder {

    AccountBuilder() {}

    /** Class name of the host's own entity. */
    public AccountBuilder entity(String entity) {
        set("entity", entity);
        return this;
    }

    /** Which attribute of the entity holds what. */
    public AccountBuilder attribute(AccountAttribute attribute, String name) {
        setBelow("attributes", attribute.key(), name);
        return this;
    }

    /** Whether a passkey signup may create an entity. */
    public AccountBuilder signup(boolean signup) {
        set("signup", signup);
        return this;
    }

    /** Sets an attribute of every entity that a signup creates, in text form. */
    public AccountBuilder defaultValue(String attribute, String value) {
        setBelow("defaults", attribute, value);
        return this;
    }

    /** Whether accounts can sign in by other means than a passkey, where no attribute tells. */
    public AccountBuilder otherWayIn(boolean otherWayIn) {
        set("other-way-in", otherWayIn);
        return this;
    }
}
