package dev.latchkey.config;

import java.time.Duration;
import java.util.Optional;

/**
 * The browser's session: sections {@code latchkey.login} and {@code latchkey.my-account}.
 *
 * @param login whether a sign-in of a client with session login logs the browser in
 * @param container whether the container itself learns who signed in
 * @param principalAttribute the application's own session attribute that holds the name of who is logged in; written at a passkey sign-in, read
 *     to learn who the application logged in by other means
 * @param authenticatedAtAttribute the application's own session attribute that holds when that was: an {@code Instant}, a {@code Date} or
 *     milliseconds since the epoch
 * @param myAccount whether the session may call the My Account API without a token
 * @param maxAuthenticationAge how long after signing in a person may enroll and remove passkeys
 */
public record SessionSettings(
        boolean login,
        boolean container,
        Optional<String> principalAttribute,
        Optional<String> authenticatedAtAttribute,
        boolean myAccount,
        Duration maxAuthenticationAge) {}
