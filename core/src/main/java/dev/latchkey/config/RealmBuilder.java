package dev.latchkey.config;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

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

    /** Whether a registration has to prove its authenticator's model. Needs a trust source. */
    public RealmBuilder attestationRequired(boolean required) {
        setBelow("attestation", "required", required);
        return this;
    }

    /** The only models, by AAGUID, that may register. */
    public RealmBuilder allowedAaguids(UUID... aaguids) {
        setBelow("attestation", "allowed-aaguids", texts(aaguids));
        return this;
    }

    /** The models, by AAGUID, that may not register. */
    public RealmBuilder deniedAaguids(UUID... aaguids) {
        setBelow("attestation", "denied-aaguids", texts(aaguids));
        return this;
    }

    private static List<String> texts(UUID... aaguids) {
        return Arrays.stream(aaguids).map(UUID::toString).toList();
    }

    /** The organisations that its tokens may name. */
    public RealmBuilder organizations(String... organizations) {
        set("organizations", List.of(organizations));
        return this;
    }
}
