package dev.latchkey.testkit;

/** The errors of a browser's {@code navigator.credentials} calls, by the names that scripts see (Web IDL). */
public enum DomError {
    /** {@code InvalidStateError}: one of the excluded credentials is on this authenticator already. */
    INVALID_STATE("InvalidStateError"),
    /** {@code NotAllowedError}: no credential of this authenticator fits, or the person said no. */
    NOT_ALLOWED("NotAllowedError"),
    /** {@code NotSupportedError}: none of the algorithms asked for is supported. */
    NOT_SUPPORTED("NotSupportedError"),
    /** {@code SecurityError}: the origin may not use the rpId. */
    SECURITY("SecurityError");

    private final String webName;

    DomError(String webName) {
        this.webName = webName;
    }

    /** The name that a script sees, for example {@code InvalidStateError}. */
    public String webName() {
        return webName;
    }
}
