package dev.latchkey.ceremony;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A ceremony has begun.
 *
 * @param authSession its state, sealed, for the client to carry
 * @param publicKey {@code authn_params_public_key}
 */
public record Challenge(String authSession, ObjectNode publicKey) {}
