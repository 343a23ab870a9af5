package dev.latchkey.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The sections that a configuration has once. */
final class SettingsReader {
    private final Section root;

    SettingsReader(Section root) {
        this.root = root;
    }

    ProxySettings proxies() {
        Section proxies = root.section("proxies");
        return new ProxySettings(proxies.texts("trusted"), proxies.choice("headers", ProxySettings.Headers.class));
    }

    CeremonySettings ceremony() {
        Section ceremony = root.section("ceremony");
        Section myAccount = root.section("my-account");
        return new CeremonySettings(
                ceremony.duration("timeout"),
                ceremony.integers("algorithms"),
                ceremony.texts("attestation-formats"),
                metadata(ceremony.section("attestation-metadata")),
                ceremony.flag("cross-origin"),
                ceremony.texts("top-origins"),
                ceremony.flag("refuse-counter-fall"),
                ceremony.flag("signal-unknown-credential"),
                myAccount.flag("conditional-create"),
                myAccount.integer("max-passkeys"));
    }

    private static MetadataFiles metadata(Section metadata) {
        Optional<String> file = metadata.text("file");
        Optional<String> root = metadata.text("root-certificate");
        if (file.isPresent() != root.isPresent()) {
            metadata.faultWithoutValue(
                    file.isPresent() ? "root-certificate" : "file",
                    "is missing: metadata needs its file and the certificate that its signature leads to");
        }
        return new MetadataFiles(file, root, metadata.texts("revocation-lists"));
    }

    TokenSettings tokens() {
        Section tokens = root.section("tokens");
        return new TokenSettings(
                tokens.duration("access-token-lifetime"),
                tokens.duration("id-token-lifetime"),
                tokens.duration("refresh-token-idle-lifetime"),
                tokens.duration("refresh-token-lifetime"),
                tokens.choice("access-token-algorithm", AccessTokenAlgorithm.class));
    }

    DpopSettings dpop() {
        Section dpop = root.section("dpop");
        return new DpopSettings(
                dpop.duration("max-age"),
                dpop.duration("clock-skew"),
                dpop.flag("nonces"),
                dpop.duration("nonce-lifetime"));
    }

    KeySettings keys() {
        Section keys = root.section("keys");
        return new KeySettings(
                keys.secret("secret"),
                keys.secrets("former-secrets"),
                keystore(keys.section("keystore")),
                Optional.of(keys.duration("rotation-period")).filter(period -> !period.isZero()),
                keys.duration("activation-delay"));
    }

    CryptoSettings crypto() {
        return new CryptoSettings(root.section("crypto").choice("provider", CryptoProvider.class));
    }

    SessionSettings session() {
        Section login = root.section("login");
        Section myAccount = root.section("my-account");
        return new SessionSettings(
                login.flag("session"),
                login.flag("container"),
                login.text("principal-attribute"),
                login.text("authenticated-at-attribute"),
                myAccount.flag("session"),
                myAccount.duration("max-authentication-age"));
    }

    EndpointSettings endpoints() {
        Section endpoints = root.section("endpoints");
        return new EndpointSettings(
                endpoints.flag("signup"),
                endpoints.flag("login"),
                endpoints.flag("my-account"),
                endpoints.flag("discovery"),
                endpoints.flag("openapi"),
                endpoints.flag("warm-up"),
                endpoints.bytes("max-body"),
                root.section("cors").duration("max-age"));
    }

    RateLimitSettings rateLimits() {
        Section limits = root.section("rate-limits");
        return new RateLimitSettings(
                limits.flag("enabled"),
                rateLimit(limits.section("address")),
                rateLimit(limits.section("client")),
                limits.texts("exempt-addresses"));
    }

    FilterSettings filter() {
        Section filter = root.section("filter");
        return new FilterSettings(filter.flag("automatic"), filter.text("application-path"));
    }

    AccountSettings accounts() {
        Section accounts = root.section("accounts");
        Map<AccountAttribute, String> attributes = new EnumMap<>(AccountAttribute.class);
        for (AccountAttribute attribute : AccountAttribute.values()) {
            accounts.section("attributes").text(attribute.key()).ifPresent(name -> attributes.put(attribute, name));
        }
        return new AccountSettings(
                accounts.text("entity"),
                attributes,
                accounts.flag("signup"),
                accounts.properties("defaults"),
                accounts.flag("other-way-in"));
    }

    StorageSettings storage() {
        Section storage = root.section("storage");
        return new StorageSettings(
                storage.textOrDefault("persistence-unit"),
                storage.text("entity-manager-factory"),
                storage.text("data-source"),
                storage.text("user-transaction"),
                storage.properties("properties"));
    }

    private static RateLimit rateLimit(Section limit) {
        return new RateLimit(limit.integer("requests"), limit.duration("period"));
    }

    private static Optional<KeySettings.Keystore> keystore(Section keystore) {
        Optional<String> file = keystore.text("file");
        Optional<String> password = keystore.secret("password");
        if (file.isPresent() != password.isPresent()) {
            keystore.faultWithoutValue(
                    file.isPresent() ? "password" : "file", "is missing: a keystore needs its file and its password");
        }
        return file.flatMap(path -> password.map(word -> new KeySettings.Keystore(path, word)));
    }
}
