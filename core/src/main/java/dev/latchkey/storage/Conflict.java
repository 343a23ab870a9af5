package dev.latchkey.storage;

/** Which unique key refused a write. */
public enum Conflict {
    SPENT_SESSION,
    IDENTIFIER,
    USER_HANDLE,
    CREDENTIAL,
    REFRESH_TOKEN,
    KEY
}
