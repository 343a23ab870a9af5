package dev.latchkey.webauthn;

/** An answer was refused. The message is for the log, never for the client. */
public final class WebAuthnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WebAuthnException(String reason) {
        super(reason);
    }

    public WebAuthnException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
