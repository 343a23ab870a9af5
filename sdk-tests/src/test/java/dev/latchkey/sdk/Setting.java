package dev.latchkey.sdk;

import java.net.URI;

/** Where the page of auth0-spa-js stands, and whether its tokens are bound to a key (RFC 9449). */
enum Setting {
    SAME_ORIGIN("sample-web", false),
    CROSS_ORIGIN("sample-app", false),
    SAME_ORIGIN_DPOP("sample-web", true),
    CROSS_ORIGIN_DPOP("sample-app", true);

    private final String clientId;
    private final boolean dpop;

    Setting(String clientId, boolean dpop) {
        this.clientId = clientId;
        this.dpop = dpop;
    }

    String clientId() {
        return clientId;
    }

    boolean dpop() {
        return dpop;
    }

    String tokenType() {
        return dpop ? "DPoP" : "Bearer";
    }

    boolean sameOrigin() {
        return this == SAME_ORIGIN || this == SAME_ORIGIN_DPOP;
    }

    URI page(Site site) {
        return sameOrigin() ? site.samePage() : site.otherPage();
    }
}
