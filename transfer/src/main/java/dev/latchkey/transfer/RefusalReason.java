package dev.latchkey.transfer;

/** Why a row is not imported. */
public enum RefusalReason {
    MALFORMED("malformed"),
    UNKNOWN_REALM("the configuration has no such realm"),
    OTHER_RELYING_PARTY("no configured domain has its rp id, or it names none and there are several"),
    BACKUP_UNKNOWN("backup eligibility is not recorded, and a sign-in compares it; say what to assume"),
    UNKNOWN_ACCOUNT("there is no such account"),
    OTHER_USER_HANDLE("the account has another user handle already"),
    USER_HANDLE_TAKEN("the user handle belongs to another account"),
    CREDENTIAL_TAKEN("the credential id is registered already, with another owner, key, user handle or rp id");

    private final String description;

    RefusalReason(String description) {
        this.description = description;
    }

    /** In words. */
    public String description() {
        return description;
    }
}
