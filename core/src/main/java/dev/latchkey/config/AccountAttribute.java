package dev.latchkey.config;

import java.util.Locale;

/** What the kit can read of the host's own account entity. */
public enum AccountAttribute {
    /** The entity's id: numeric, UUID or string. */
    ID,
    /** What the application's own login names its principals by; by default the e-mail. */
    PRINCIPAL_NAME,
    EMAIL,
    PHONE_NUMBER,
    USERNAME,
    NAME,
    NICKNAME,
    GIVEN_NAME,
    FAMILY_NAME,
    PICTURE,
    EMAIL_VERIFIED,
    PHONE_NUMBER_VERIFIED,
    /** A role's name, several separated by commas, or a collection of names. */
    ROLES,
    /** A boolean: true refuses the account. */
    BLOCKED,
    /** Set where the person has a password; only asked whether it is null. */
    PASSWORD,
    /** A date or time of creation, set on signup. */
    CREATED_AT;

    /** The key in the configuration, e.g. {@code principal-name}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
