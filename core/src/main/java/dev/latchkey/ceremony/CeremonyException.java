package dev.latchkey.ceremony;

/** A ceremony was refused. The message is the reason, for the log; what the client learns follows from the refusal alone. */
public final class CeremonyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    public CeremonyException(Refusal refusal, String reason) {
        super(reason);
        this.refusal = refusal;
    }

    public CeremonyException(Refusal refusal, String reason, Throwable cause) {
        super(reason, cause);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
