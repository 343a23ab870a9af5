package dev.latchkey.config;

import java.time.Duration;

/**
 * Proofs of possession (RFC 9449): section {@code latchkey.dpop}.
 *
 * @param maxAge how long after its {@code iat} a proof is accepted
 * @param clockSkew how far the clock of a client may be off, either way
 * @param nonces whether a proof has to carry a nonce of ours (RFC 9449 §8 and §9)
 * @param nonceLifetime how long a nonce is accepted
 */
public record DpopSettings(Duration maxAge, Duration clockSkew, boolean nonces, Duration nonceLifetime) {}
