package dev.latchkey.config;

import java.util.Arrays;
import java.util.Optional;

/** The grants that the token endpoint knows. */
public enum Grant {
    /** A WebAuthn answer to an {@code auth_session}. */
    PASSKEY("passkey", "urn:okta:params:oauth:grant-type:webauthn"),
    /** RFC 6749 §6, with rotation. */
    REFRESH_TOKEN("refresh_token", "refresh_token");

    private final String key;
    private final String wireName;

    Grant(String key, String wireName) {
        this.key = key;
        this.wireName = wireName;
    }

    /** Its name in the configuration. */
    public String key() {
        return key;
    }

    /** Its {@code grant_type}. */
    public String wireName() {
        return wireName;
    }

    /** The grant of that {@code grant_type}, or empty. */
    public static Optional<Grant> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(grant -> grant.wireName.equals(name))
                .findFirst();
    }
}
