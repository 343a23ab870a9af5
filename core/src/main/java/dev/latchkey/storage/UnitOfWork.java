package dev.latchkey.storage;

/** The stores of one transaction. Not thread-safe. */
public interface UnitOfWork {
    AccountStore accounts();

    PasskeyStore passkeys();

    SpentSessions spentSessions();

    RefreshTokens refreshTokens();

    KeyStore keys();
}
