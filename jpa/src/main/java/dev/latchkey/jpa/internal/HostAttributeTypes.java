package dev.latchkey.jpa.internal;

import dev.latchkey.config.AccountAttribute;
import java.util.Optional;

/** What type an attribute of the host's entity must be of, by what it is mapped to. */
final class HostAttributeTypes {
    private HostAttributeTypes() {}

    /** What is wrong, and the remedy; or empty where nothing is. */
    static Optional<String> fault(AccountAttribute meaning, HostAttribute attribute) {
        Class<?> type = attribute.type();
        boolean one = !attribute.plural();
        boolean fits =
                switch (meaning) {
                    case ID, PASSWORD -> one;
                    case PRINCIPAL_NAME -> one && TextValue.parse(type, "1").isPresent();
                    case EMAIL, PHONE_NUMBER, USERNAME, NAME, NICKNAME, GIVEN_NAME, FAMILY_NAME, PICTURE ->
                        one && type == String.class;
                    case EMAIL_VERIFIED, PHONE_NUMBER_VERIFIED ->
                        one && (type == Boolean.class || TimeValue.supports(type));
                    case ROLES -> type == String.class || type.isEnum();
                    case BLOCKED -> one && type == Boolean.class;
                    case CREATED_AT -> one && TimeValue.supports(type);
                };
        return fits
                ? Optional.empty()
                : Optional.of("is " + (one ? "" : "a collection of ") + type.getName() + "; map " + wanted(meaning));
    }

    private static String wanted(AccountAttribute meaning) {
        return switch (meaning) {
            case ID, PASSWORD -> "a single attribute";
            case PRINCIPAL_NAME -> "a string or a number";
            case EMAIL, PHONE_NUMBER, USERNAME, NAME, NICKNAME, GIVEN_NAME, FAMILY_NAME, PICTURE -> "a string";
            case EMAIL_VERIFIED, PHONE_NUMBER_VERIFIED -> "a boolean, or the time at which it was verified";
            case ROLES -> "a string, an enum, or a collection of either";
            case BLOCKED -> "a boolean";
            case CREATED_AT -> "a date or a time";
        };
    }
}
