package dev.latchkey.session;

import java.util.Arrays;
import java.util.Optional;

/** How far the browser involves the person: the two of {@code CredentialMediationRequirement} (W3C Credential Management §2.3.2) that are of use here. */
public enum Mediation {
    /** It asks, in a dialog. */
    OPTIONAL("optional"),
    /** It asks nothing: it makes a passkey where the person agreed to that before (W3C WebAuthn Level 3 §5.1.3), or none. */
    CONDITIONAL("conditional");

    private final String wireName;

    Mediation(String wireName) {
        this.wireName = wireName;
    }

    /** The mediation of that name on the wire. */
    public static Optional<Mediation> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(mediation -> mediation.wireName.equals(name))
                .findFirst();
    }
}
