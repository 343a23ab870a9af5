package dev.latchkey.storage;

/** The host does not let the kit create this account. */
public final class SignupRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SignupRefusedException(String message) {
        super(message);
    }
}
