package dev.latchkey.warmup;

import dev.latchkey.storage.KeyStore;
import dev.latchkey.storage.SpentSessions;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.UnitOfWork;
import java.time.Instant;
import java.util.function.Function;

/** One person with one passkey, in memory. Used by one thread. */
final class RehearsalStorage implements Storage, UnitOfWork {
    private final RehearsalAccounts accounts = new RehearsalAccounts();
    private final RehearsalPasskeys passkeys = new RehearsalPasskeys(accounts);
    private final RehearsalRefreshTokens refreshTokens = new RehearsalRefreshTokens();

    @Override
    public <T> T inTransaction(Function<UnitOfWork, T> work) {
        return work.apply(this);
    }

    @Override
    public int purgeExpired(Instant now, int atMost) {
        return 0;
    }

    @Override
    public void close() {}

    @Override
    public RehearsalAccounts accounts() {
        return accounts;
    }

    @Override
    public RehearsalPasskeys passkeys() {
        return passkeys;
    }

    /** The rehearsal answers each challenge once. */
    @Override
    public SpentSessions spentSessions() {
        return (sessionId, expiresAt) -> {};
    }

    @Override
    public RehearsalRefreshTokens refreshTokens() {
        return refreshTokens;
    }

    @Override
    public KeyStore keys() {
        throw new IllegalStateException("no signing key in a rehearsal");
    }
}
