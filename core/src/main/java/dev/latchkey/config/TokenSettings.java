package dev.latchkey.config;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Lifetimes and algorithms of tokens: section {@code latchkey.tokens}.
 *
 * @param accessTokenLifetime of an access token
 * @param idTokenLifetime of an ID token
 * @param refreshTokenIdleLifetime how long an unused refresh token lives
 * @param refreshTokenLifetime how long a family of refresh tokens lives, however often it is rotated
 * @param accessTokenAlgorithm what access tokens are signed or authenticated with; ID tokens are signed with RS256
 */
public record TokenSettings(
        Duration accessTokenLifetime,
        Duration idTokenLifetime,
        Duration refreshTokenIdleLifetime,
        Duration refreshTokenLifetime,
        AccessTokenAlgorithm accessTokenAlgorithm) {

    /** Every algorithm that a key is needed for. */
    public Set<SigningAlgorithm> algorithms() {
        Set<SigningAlgorithm> algorithms = EnumSet.of(SigningAlgorithm.RS256);
        accessTokenAlgorithm.signing().ifPresent(algorithms::add);
        return Collections.unmodifiableSet(algorithms);
    }

    /** The life of the tokens that live longest of those that are signed. */
    public Duration longestSignedLifetime() {
        return accessTokenLifetime.compareTo(idTokenLifetime) > 0 ? accessTokenLifetime : idTokenLifetime;
    }
}
