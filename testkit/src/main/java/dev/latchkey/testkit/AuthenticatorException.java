package dev.latchkey.testkit;

/** The authenticator, or the browser before it, refuses a ceremony; the server hears nothing of it. */
public final class AuthenticatorException extends RuntimeException {

    private final DomError error;

    AuthenticatorException(DomError error, String reason) {
        super(error.webName() + ": " + reason);
        this.error = error;
    }

    /** The error that a script in a browser would see. */
    public DomError error() {
        return error;
    }
}
