package dev.latchkey.config;

import java.util.List;

/** Whose word counts for the address that a client used, section {@code latchkey.proxies}. Not thread-safe. */
public final class ProxyBuilder extends SectionBuilder {

    ProxyBuilder() {}

    /** Addresses, and ranges such as {@code 10.0.0.0/8}. */
    public ProxyBuilder trusted(String... addresses) {
        set("trusted", List.of(addresses));
        return this;
    }

    /** By which headers they tell it. */
    public ProxyBuilder headers(ProxySettings.Headers headers) {
        set("headers", headers);
        return this;
    }
}
