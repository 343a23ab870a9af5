package dev.latchkey.dpop;

/** A proof was refused. The message names the check that failed and quotes nothing of the proof, so that it may be told. */
public final class ProofException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean nonceWanted;

    private ProofException(String reason, boolean nonceWanted) {
        super(reason, null, false, false);
        this.nonceWanted = nonceWanted;
    }

    static ProofException because(String reason) {
        return new ProofException(reason, false);
    }

    static ProofException nonceWanted(String reason) {
        return new ProofException(reason, true);
    }

    /** Whether all that is wrong is its nonce: the client is to try again with a fresh one (RFC 9449 §8). */
    public boolean nonceWanted() {
        return nonceWanted;
    }
}
