package dev.latchkey.event;

import java.time.Duration;
import java.util.Optional;

/**
 * A request that was answered, however it ended. Nothing in it grows with what clients send.
 *
 * @param endpoint its path as OpenAPI writes it, e.g. {@code /me/v1/authentication-methods/{id}}
 * @param method the method, or {@code other} if it is none of the endpoint's
 * @param status of the reply
 * @param duration from its arrival to the reply, which is not yet sent
 * @param clientId configured client that it names
 */
public record Answered(String endpoint, String method, int status, Duration duration, Optional<String> clientId) {}
