package dev.latchkey.config;

/** How signatures are verified and made, section {@code latchkey.crypto}. Not thread-safe. */
public final class CryptoBuilder extends SectionBuilder {

    CryptoBuilder() {}

    /** Who does it; its library lies in the server's class path, not in the application's. */
    public CryptoBuilder provider(CryptoProvider provider) {
        set("provider", provider.name());
        return this;
    }
}
