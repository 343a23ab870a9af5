package dev.latchkey.config;

import java.time.Duration;

/**
 * Lifetimes of tokens: section {@code latchkey.tokens}.
 *
 * @param accessTokenLifetime of an access token
 * @param idTokenLifetime of an ID token
 * @param refreshTokenIdleLifetime how long an unused refresh token lives
 * @param refreshTokenLifetime how long a family of refresh tokens lives, however often it is rotated
 */
public record TokenSettings(
        Duration accessTokenLifetime,
        Duration idTokenLifetime,
        Duration refreshTokenIdleLifetime,
        Duration refreshTokenLifetime) {}
