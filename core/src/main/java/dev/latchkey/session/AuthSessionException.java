package dev.latchkey.session;

/** An {@code auth_session} is not to be accepted. The message is for the log, never for the client. */
public final class AuthSessionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AuthSessionException(String reason) {
        super(reason);
    }
}
