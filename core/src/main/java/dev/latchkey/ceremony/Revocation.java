package dev.latchkey.ceremony;

import dev.latchkey.event.Activity;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.event.Refusal;
import dev.latchkey.storage.StoredRefreshToken;
import dev.latchkey.storage.UnitOfWork;
import dev.latchkey.token.RefreshTokenIssuer;
import java.util.Optional;

/** The end of a refresh token, and of all that came of the same sign-in (RFC 7009 §2.1). Thread-safe. */
public final class Revocation {
    private final Ceremony ceremony;

    Revocation(Ceremony ceremony) {
        this.ceremony = ceremony;
    }

    /**
     * Revokes the family of the token; of a token that this domain does not know, nothing.
     *
     * @throws CeremonyException if the token was issued to another client (RFC 7009 §2.1)
     */
    public void revoke(Asker asker, String refreshToken) {
        Ceremony.run(() -> {
            String hash = RefreshTokenIssuer.hash(refreshToken);
            Optional<StoredRefreshToken> revoked = ceremony.inTransaction(work -> revoke(asker, hash, work));
            revoked.ifPresent(token -> ceremony.report(new PasskeyEvent.RefreshTokenRevoked(
                    ceremony.occasion(asker, Activity.REVOCATION), token.owner(), token.sessionId())));
            return revoked;
        });
    }

    private Optional<StoredRefreshToken> revoke(Asker asker, String hash, UnitOfWork work) {
        Optional<StoredRefreshToken> found = work.refreshTokens().find(hash).filter(token -> token.issuer()
                .equals(asker.domain().issuer()));
        found.ifPresent(token -> {
            if (!token.clientId().equals(asker.clientId())) {
                throw new CeremonyException(Refusal.REFRESH_TOKEN, "the refresh token is of another client")
                        .of(token.owner());
            }
            work.refreshTokens().endFamily(token.familyId(), ceremony.bindings().now());
        });
        return found;
    }
}
