package dev.latchkey.config;

import java.util.List;

/** An application, section {@code latchkey.clients}. Not thread-safe. */
public final class ClientBuilder extends SectionBuilder {

    ClientBuilder() {}

    /** Makes it confidential: plain texts of at least 16 characters, or {@code sha256:} and 64 hexadecimal digits. */
    public ClientBuilder secrets(String... secrets) {
        set("secrets", List.of(secrets));
        return this;
    }

    /** What it may ask for; {@link Grant#PASSKEY} by default. */
    public ClientBuilder grants(Grant... grants) {
        set("grants", List.of(grants));
        return this;
    }

    /** Exact web origins that may call from a browser. */
    public ClientBuilder allowedOrigins(String... allowedOrigins) {
        set("allowed-origins", List.of(allowedOrigins));
        return this;
    }

    /** Whether its sign-ins also log the browser in. */
    public ClientBuilder sessionLogin(boolean sessionLogin) {
        set("session-login", sessionLogin);
        return this;
    }

    /** Whether it may ask for the scopes of the My Account API. */
    public ClientBuilder myAccount(boolean myAccount) {
        set("my-account", myAccount);
        return this;
    }

    /** Further audiences that it may ask for. */
    public ClientBuilder audiences(String... audiences) {
        set("audiences", List.of(audiences));
        return this;
    }

    /** Further scopes that it may ask for. */
    public ClientBuilder scopes(String... scopes) {
        set("scopes", List.of(scopes));
        return this;
    }

    /** What its proofs of possession do; {@link DpopPolicy#OPTIONAL} by default. */
    public ClientBuilder dpop(DpopPolicy dpop) {
        set("dpop", dpop);
        return this;
    }

    /** Its iOS app. */
    public ClientBuilder ios(String teamId, String appBundleIdentifier) {
        setBelow("ios", "team-id", teamId);
        setBelow("ios", "app-bundle-identifier", appBundleIdentifier);
        return this;
    }

    /** Its Android app, with the SHA-256 fingerprints of its signing certificates. */
    public ClientBuilder android(String appPackageName, String... sha256CertFingerprints) {
        setBelow("android", "app-package-name", appPackageName);
        setBelow("android", "sha256-cert-fingerprints", List.of(sha256CertFingerprints));
        return this;
    }
}
