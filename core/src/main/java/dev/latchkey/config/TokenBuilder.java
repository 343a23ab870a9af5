package dev.latchkey.config;

import java.time.Duration;

/** Lifetimes and algorithms of tokens, section {@code latchkey.tokens}. Not thread-safe. */
public final class TokenBuilder extends SectionBuilder {

    TokenBuilder() {}

    /** Of an access token. */
    public TokenBuilder accessTokenLifetime(Duration accessTokenLifetime) {
        set("access-token-lifetime", accessTokenLifetime);
        return this;
    }

    /** Of an ID token. */
    public TokenBuilder idTokenLifetime(Duration idTokenLifetime) {
        set("id-token-lifetime", idTokenLifetime);
        return this;
    }

    /** How long an unused refresh token lives. */
    public TokenBuilder refreshTokenIdleLifetime(Duration refreshTokenIdleLifetime) {
        set("refresh-token-idle-lifetime", refreshTokenIdleLifetime);
        return this;
    }

    /** How long a family of refresh tokens lives. */
    public TokenBuilder refreshTokenLifetime(Duration refreshTokenLifetime) {
        set("refresh-token-lifetime", refreshTokenLifetime);
        return this;
    }

    /** What access tokens are signed with, or {@link AccessTokenAlgorithm#HS256} where Latchkey alone reads them. */
    public TokenBuilder accessTokenAlgorithm(AccessTokenAlgorithm accessTokenAlgorithm) {
        set("access-token-algorithm", accessTokenAlgorithm.name());
        return this;
    }
}
