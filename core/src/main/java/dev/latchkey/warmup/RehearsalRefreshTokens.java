package dev.latchkey.warmup;

import dev.latchkey.account.AccountRef;
import dev.latchkey.storage.RefreshTokens;
import dev.latchkey.storage.StoredRefreshToken;
import java.time.Instant;
import java.util.Optional;

/** None: the client of a rehearsal may not have one. Thread-safe. */
final class RehearsalRefreshTokens implements RefreshTokens {

    @Override
    public void add(StoredRefreshToken token) {
        throw new IllegalStateException("no refresh token in a rehearsal");
    }

    @Override
    public Optional<StoredRefreshToken> find(String tokenHash) {
        return Optional.empty();
    }

    @Override
    public boolean spend(String tokenHash, Instant at) {
        return false;
    }

    @Override
    public int revokeFamily(String familyId, Instant at) {
        return 0;
    }

    @Override
    public int revokeAll(AccountRef owner, Instant at) {
        return 0;
    }
}
