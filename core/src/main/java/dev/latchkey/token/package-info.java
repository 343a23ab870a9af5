/** Tokens: ID tokens (OpenID Connect Core 1.0), access tokens (RFC 9068) and refresh tokens with rotation (RFC 9700). */
@NullMarked
package dev.latchkey.token;

import org.jspecify.annotations.NullMarked;
