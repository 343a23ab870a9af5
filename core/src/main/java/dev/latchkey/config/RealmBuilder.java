package dev.latchkey.config;

import java.util.List;

/** A user directory, section {@code latchkey.realms}. Not thread-safe. */
public final class RealmBuilder extends SectionBuilder {

    RealmBuilder() {}

    /** Whether an e-mail address has to be there at signup; required by default. */
    public RealmBuilder email(Realm.Presence presence) {
        setBelow("identifiers", "email", presence);
        return this;
    }

    /** Whether a telephone number has to be there at signup; off by default. */
    public RealmBuilder phoneNumber(Realm.Presence presence) {
        setBelow("identifiers", "phone-number", presence);
        return this;
    }

    /** Whether a user name has to be there at signup; off by default. */
    public RealmBuilder username(Realm.Presence presence) {
        setBelow("identifiers", "username", presence);
        return this;
    }

    /** Whether people may sign up. */
    public RealmBuilder signup(boolean signup) {
        set("signup", signup);
        return this;
    }

    /** When a signup learns that its identifier is taken. */
    public RealmBuilder takenIdentifier(Realm.TakenIdentifier takenIdentifier) {
        set("taken-identifier", takenIdentifier);
        return this;
    }

    /** What is asked of the authenticator, and checked. */
    public RealmBuilder userVerification(Realm.UserVerification userVerification) {
        set("user-verification", userVerification);
        return this;
    }

    /** The organisations that its tokens may name. */
    public RealmBuilder organizations(String... organizations) {
        set("organizations", List.of(organizations));
        return this;
    }
}
