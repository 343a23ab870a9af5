package dev.latchkey.ceremony;

import dev.latchkey.token.Authorization;
import java.util.Optional;

/**
 * A signup or a login has succeeded and is committed.
 *
 * @param signIn who, by which passkey
 * @param authorization for the tokens
 * @param refreshToken where offline access was granted
 */
public record Completed(SignIn signIn, Authorization authorization, Optional<String> refreshToken) {}
