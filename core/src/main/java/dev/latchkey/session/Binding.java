package dev.latchkey.session;

import dev.latchkey.passkey.Bytes;
import java.time.Instant;
import java.util.Optional;

/**
 * What a pending ceremony is bound to, sealed with it and compared at its end.
 *
 * @param id recorded when the ceremony succeeds, so that it succeeds once
 * @param challenge 32 random bytes
 * @param issuer of the domain that was asked
 * @param rpId the relying party
 * @param clientId who asked; empty for the application's own session
 * @param realm the user directory
 * @param organization asked for, if any
 * @param origin the web origin that asked; empty for a native app or a server
 * @param issuedAt when the challenge was made
 * @param expiresAt when it ends
 */
public record Binding(
        String id,
        Bytes challenge,
        String issuer,
        String rpId,
        String clientId,
        String realm,
        Optional<String> organization,
        Optional<String> origin,
        Instant issuedAt,
        Instant expiresAt) {}
