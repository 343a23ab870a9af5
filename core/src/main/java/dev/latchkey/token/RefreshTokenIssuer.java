package dev.latchkey.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.latchkey.config.Client;
import dev.latchkey.config.TokenSettings;
import dev.latchkey.storage.RefreshTokens;
import dev.latchkey.storage.StoredRefreshToken;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Makes refresh tokens, 32 random bytes each, and stores their hashes. Thread-safe. */
public final class RefreshTokenIssuer {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final TokenSettings settings;
    private final Clock clock;
    private final SecureRandom random;

    public RefreshTokenIssuer(TokenSettings settings, Clock clock, SecureRandom random) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /** The first token of a family, if the authorization allows offline access; stored in the caller's transaction. */
    public Optional<String> start(Authorization granted, RefreshTokens store) {
        if (!granted.has(Scopes.OFFLINE_ACCESS)) {
            return Optional.empty();
        }
        String value = value();
        Instant now = clock.instant();
        store.add(new StoredRefreshToken(
                hash(value),
                UUID.randomUUID().toString(),
                granted.account().ref(),
                granted.client().id(),
                granted.domain().issuer(),
                granted.audience(),
                granted.scopes(),
                granted.sessionId(),
                granted.authenticatedAt(),
                granted.organization(),
                boundKey(granted.client(), granted.keyThumbprint()),
                now,
                now.plus(settings.refreshTokenIdleLifetime()),
                Optional.empty(),
                Optional.empty()));
        return Optional.of(value);
    }

    /**
     * The next token of a spent one's family, with the same scopes, and bound to the same key; stored in the caller's transaction.
     *
     * @param granted what the spent one was exchanged for
     */
    public String rotate(StoredRefreshToken spent, Authorization granted, RefreshTokens store) {
        String value = value();
        Instant now = clock.instant();
        Instant idleEnd = now.plus(settings.refreshTokenIdleLifetime());
        Instant familyEnd = spent.authenticatedAt().plus(settings.refreshTokenLifetime());
        store.add(spent.successor(hash(value), now, idleEnd.isBefore(familyEnd) ? idleEnd : familyEnd)
                .boundTo(spent.keyThumbprint().or(() -> boundKey(granted.client(), granted.keyThumbprint()))));
        return value;
    }

    /** A public client's refresh token is bound to its key; a confidential one's is bound to its secret already (RFC 9449 §5). */
    private static Optional<String> boundKey(Client client, Optional<String> keyThumbprint) {
        return client.confidential() ? Optional.empty() : keyThumbprint;
    }

    /** What is stored of a token: its SHA-256, base64url. */
    public static String hash(String token) {
        try {
            return BASE64URL.encodeToString(MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private String value() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return BASE64URL.encodeToString(bytes);
    }
}
