package dev.latchkey.transfer;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.Identifier;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.storage.AccountStore;
import java.util.Arrays;
import java.util.Optional;

/**
 * By what the other software knew a passkey's owner.
 *
 * @param kind what sort of name it is
 * @param value the name
 */
public record AccountKey(Kind kind, String value) {

    /** What sort of name an account is found by. */
    public enum Kind {
        /** The account's id in the application's own table, in text form. */
        ID("id"),
        /** The name that the application's own login gives to its principals. */
        PRINCIPAL_NAME("principal-name"),
        EMAIL("email"),
        PHONE_NUMBER("phone-number"),
        USERNAME("username");

        private final String option;

        Kind(String option) {
            this.option = option;
        }

        /** Its name on the command line. */
        public String option() {
            return option;
        }

        /** Its name as a member of the JSON form. */
        String member() {
            return option.replace('-', '_');
        }

        /** The kind of that name on the command line, or empty. */
        public static Optional<Kind> ofOption(String option) {
            return Arrays.stream(values())
                    .filter(kind -> kind.option.equals(option))
                    .findFirst();
        }

        /** The key of that value. */
        public AccountKey of(String value) {
            return new AccountKey(this, value);
        }
    }

    /** The account of a realm that it names, or empty. */
    Optional<Account> find(AccountStore accounts, String realm) {
        return switch (kind) {
            case ID -> accounts.find(new AccountRef(realm, value));
            case PRINCIPAL_NAME -> accounts.findByPrincipalName(realm, value);
            case EMAIL -> accounts.findByIdentifier(realm, new Identifier(IdentifierType.EMAIL, value));
            case PHONE_NUMBER -> accounts.findByIdentifier(realm, new Identifier(IdentifierType.PHONE_NUMBER, value));
            case USERNAME -> accounts.findByIdentifier(realm, new Identifier(IdentifierType.USERNAME, value));
        };
    }

    /** Says the kind alone, for the value is a person's. */
    @Override
    public String toString() {
        return "AccountKey[" + kind.option + "]";
    }
}
