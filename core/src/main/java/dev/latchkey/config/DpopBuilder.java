package dev.latchkey.config;

import java.time.Duration;

/** Proofs of possession, section {@code latchkey.dpop}. Not thread-safe. */
public final class DpopBuilder extends SectionBuilder {

    DpopBuilder() {}

    /** How long after its {@code iat} a proof is accepted. */
    public DpopBuilder maxAge(Duration maxAge) {
        set("max-age", maxAge);
        return this;
    }

    /** How far the clock of a client may be off, either way. */
    public DpopBuilder clockSkew(Duration clockSkew) {
        set("clock-skew", clockSkew);
        return this;
    }

    /** Whether a proof has to carry a nonce of ours. */
    public DpopBuilder nonces(boolean nonces) {
        set("nonces", nonces);
        return this;
    }

    /** How long a nonce is accepted. */
    public DpopBuilder nonceLifetime(Duration nonceLifetime) {
        set("nonce-lifetime", nonceLifetime);
        return this;
    }
}
