package dev.latchkey.jpa.internal;

import dev.latchkey.storage.AccountStore;
import dev.latchkey.storage.KeyStore;
import dev.latchkey.storage.PasskeyStore;
import dev.latchkey.storage.RefreshTokens;
import dev.latchkey.storage.SpentSessions;
import dev.latchkey.storage.UnitOfWork;

/** The stores of one transaction, over the same statements. */
record JpaUnitOfWork(Statements statements, Mappings mappings, AccountDirectory directory) implements UnitOfWork {

    @Override
    public AccountStore accounts() {
        return directory.accounts(statements);
    }

    @Override
    public PasskeyStore passkeys() {
        return new JpaPasskeyStore(statements, mappings, directory);
    }

    @Override
    public SpentSessions spentSessions() {
        return new JpaSpentSessions(statements, mappings.spentSession());
    }

    @Override
    public RefreshTokens refreshTokens() {
        return new JpaRefreshTokens(statements, mappings.refreshToken());
    }

    @Override
    public KeyStore keys() {
        return new JpaKeyStore(statements, mappings.signingKey());
    }
}
