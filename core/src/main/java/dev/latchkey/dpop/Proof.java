package dev.latchkey.dpop;

import java.time.Instant;

/**
 * A proof that was checked: who sent it has the private key.
 *
 * @param thumbprint of the key (RFC 7638, SHA-256, base64url), the {@code jkt} of what is bound to it
 * @param id unique among all proofs that are accepted at a time: SHA-256 of thumbprint and {@code jti}, base64url
 * @param acceptedUntil when it is accepted no more, by the clock of the node that read it
 */
public record Proof(String thumbprint, String id, Instant acceptedUntil) {}
