package dev.latchkey.token;

import static dev.latchkey.token.TestTokens.AUDIENCE;
import static dev.latchkey.token.TestTokens.NOW;
import static dev.latchkey.token.TestTokens.SETTINGS;
import static dev.latchkey.token.TestTokens.authorization;
import static dev.latchkey.token.TestTokens.boundTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.AccountRef;
import dev.latchkey.storage.RefreshTokens;
import dev.latchkey.storage.StoredRefreshToken;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefreshTokenIssuerTest {
    private final Added added = new Added();
    private final RefreshTokenIssuer issuer = at(NOW);

    @Test
    void withoutOfflineAccessThereIsNone() {
        assertThat(issuer.start(authorization(AUDIENCE, "openid"), added)).isEmpty();
        assertThat(added.tokens).isEmpty();
    }

    @Test
    void firstOfAFamilyIsStoredWithAllThatItWasGrantedFor() {
        String value = issuer.start(authorization(AUDIENCE, "offline_access", "read:orders"), added)
                .orElseThrow();

        StoredRefreshToken expected = new StoredRefreshToken(
                RefreshTokenIssuer.hash(value),
                added.last().familyId(),
                new AccountRef("members", "4711"),
                "web",
                "https://auth.example.com/",
                AUDIENCE,
                List.of("offline_access", "read:orders"),
                "a-sign-in",
                TestTokens.SIGNED_IN,
                Optional.of("org_1"),
                Optional.empty(),
                NOW,
                NOW.plus(SETTINGS.refreshTokenIdleLifetime()),
                Optional.empty(),
                Optional.empty());
        assertThat(added.tokens).containsExactly(expected);
    }

    @Test
    void valueIs32RandomBytesAndItsHashAloneIsStored() {
        String one = start();
        String other = start();

        assertThat(Base64.getUrlDecoder().decode(one)).hasSize(32);
        assertThat(one).hasSize(43).isNotEqualTo(other);
        assertThat(added.tokens.toString()).doesNotContain(one).doesNotContain(other);
        assertThat(added.tokens).extracting(StoredRefreshToken::familyId).doesNotHaveDuplicates();
    }

    /** "abc" of FIPS 180-4, appendix B.1. */
    @Test
    void hashIsSha256InBase64Url() {
        assertThat(RefreshTokenIssuer.hash("abc")).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }

    @Test
    void nextOfAFamilyHasAnotherValueAndTimeAndAllElseAlike() {
        start();
        StoredRefreshToken spent = added.last();
        Instant later = NOW.plus(Duration.ofDays(3));

        String value = rotateAt(later, spent, authorization(AUDIENCE, "offline_access"));

        assertThat(added.last())
                .isEqualTo(spent.successor(
                        RefreshTokenIssuer.hash(value), later, later.plus(SETTINGS.refreshTokenIdleLifetime())));
        assertThat(added.last().tokenHash()).isNotEqualTo(spent.tokenHash());
    }

    @Test
    void noneOutlivesTheSignInByMoreThanTheLifetime() {
        start();
        Instant familyEnd = TestTokens.SIGNED_IN.plus(SETTINGS.refreshTokenLifetime());
        Instant lastFullSpan = familyEnd.minus(SETTINGS.refreshTokenIdleLifetime());

        rotateAt(lastFullSpan.minusSeconds(1), added.last(), authorization(AUDIENCE, "offline_access"));
        assertThat(added.last().expiresAt()).isEqualTo(familyEnd.minusSeconds(1));
        rotateAt(lastFullSpan.plusSeconds(1), added.last(), authorization(AUDIENCE, "offline_access"));
        assertThat(added.last().expiresAt()).isEqualTo(familyEnd);
    }

    /** "Refresh tokens issued to confidential clients … are not bound to the DPoP proof public key" (RFC 9449 §5). */
    @Test
    void tokenOfAPublicClientAloneIsBoundToItsKey() {
        issuer.start(boundTo("a-thumbprint", "offline_access"), added);
        assertThat(added.last().keyThumbprint()).contains("a-thumbprint");

        issuer.start(confidential(boundTo("a-thumbprint", "offline_access")), added);
        assertThat(added.last().keyThumbprint()).isEmpty();
    }

    @Test
    void rotationKeepsTheKeyOfTheFirstAndBindsOneThatHadNone() {
        start();
        rotateAt(NOW, added.last(), boundTo("a-thumbprint", "offline_access"));
        assertThat(added.last().keyThumbprint()).contains("a-thumbprint");

        rotateAt(NOW, added.last(), boundTo("another-thumbprint", "offline_access"));
        assertThat(added.last().keyThumbprint()).contains("a-thumbprint");

        rotateAt(NOW, added.tokens.get(0), confidential(boundTo("a-thumbprint", "offline_access")));
        assertThat(added.last().keyThumbprint()).isEmpty();
    }

    private String start() {
        return issuer.start(authorization(AUDIENCE, "offline_access"), added).orElseThrow();
    }

    private String rotateAt(Instant now, StoredRefreshToken spent, Authorization granted) {
        return at(now).rotate(spent, granted, added);
    }

    private static RefreshTokenIssuer at(Instant now) {
        return new RefreshTokenIssuer(SETTINGS, TestTokens.at(now), new SecureRandom());
    }

    private static Authorization confidential(Authorization granted) {
        return new Authorization(
                granted.domain(),
                TestTokens.BACKEND,
                granted.account(),
                granted.sessionId(),
                granted.authenticatedAt(),
                granted.organization(),
                granted.audience(),
                granted.scopes(),
                granted.keyThumbprint());
    }

    /** What was added, and nothing that the issuer does not use. */
    private static final class Added implements RefreshTokens {
        private final List<StoredRefreshToken> tokens = new ArrayList<>();

        StoredRefreshToken last() {
            return tokens.get(tokens.size() - 1);
        }

        @Override
        public void add(StoredRefreshToken token) {
            tokens.add(token);
        }

        @Override
        public Optional<StoredRefreshToken> find(String tokenHash) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean spend(String tokenHash, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int revokeFamily(String familyId, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int revokeAll(AccountRef owner, Instant at) {
            throw new UnsupportedOperationException();
        }
    }
}
