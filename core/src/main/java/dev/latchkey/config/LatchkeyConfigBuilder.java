package dev.latchkey.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A configuration in code, for those who prefer it to a file. What is not said has the default of {@code latchkey-reference.conf}, and
 * faults name the keys of that file.
 *
 * <pre>{@code
 * LatchkeyConfig config = LatchkeyConfig.builder()
 *         .domain("auth.example.com")
 *         .client("web", client -> client.allowedOrigins("https://auth.example.com").sessionLogin(true))
 *         .login(login -> login.session(true))
 *         .build();
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class LatchkeyConfigBuilder {
    private final List<Object> domains = new ArrayList<>();
    private final Map<String, Object> clients = new LinkedHashMap<>();
    private final Map<String, Object> realms = new LinkedHashMap<>();
    private final Map<String, Object> sections = new LinkedHashMap<>();

    LatchkeyConfigBuilder() {}

    /** Adds a domain whose rpId is its host. */
    public LatchkeyConfigBuilder domain(String host) {
        return domain(host, domain -> {});
    }

    /** Adds a domain. */
    public LatchkeyConfigBuilder domain(String host, Consumer<DomainBuilder> details) {
        DomainBuilder domain = new DomainBuilder(host);
        details.accept(domain);
        domains.add(domain.given());
        return this;
    }

    /** Adds a client, or replaces the one of that id. */
    public LatchkeyConfigBuilder client(String id, Consumer<ClientBuilder> details) {
        clients.put(id, given(new ClientBuilder(), details));
        return this;
    }

    /** Adds a realm, or replaces the one of that name. The first that is added is the default one. */
    public LatchkeyConfigBuilder realm(String name, Consumer<RealmBuilder> details) {
        sections.putIfAbsent("default-realm", name);
        realms.put(name, given(new RealmBuilder(), details));
        return this;
    }

    /** Whose word counts for the address that a client used. */
    public LatchkeyConfigBuilder proxies(Consumer<ProxyBuilder> details) {
        return section("proxies", new ProxyBuilder(), details);
    }

    /** Policy of every ceremony. */
    public LatchkeyConfigBuilder ceremony(Consumer<CeremonyBuilder> details) {
        return section("ceremony", new CeremonyBuilder(), details);
    }

    /** Lifetimes and algorithms of tokens. */
    public LatchkeyConfigBuilder tokens(Consumer<TokenBuilder> details) {
        return section("tokens", new TokenBuilder(), details);
    }

    /** Proofs of possession. */
    public LatchkeyConfigBuilder dpop(Consumer<DpopBuilder> details) {
        return section("dpop", new DpopBuilder(), details);
    }

    /** Where keys come from. */
    public LatchkeyConfigBuilder keys(Consumer<KeyBuilder> details) {
        return section("keys", new KeyBuilder(), details);
    }

    /** Who verifies and makes signatures. */
    public LatchkeyConfigBuilder crypto(Consumer<CryptoBuilder> details) {
        return section("crypto", new CryptoBuilder(), details);
    }

    /** The browser's session. */
    public LatchkeyConfigBuilder login(Consumer<LoginBuilder> details) {
        return section("login", new LoginBuilder(), details);
    }

    /** Managing one's own passkeys. */
    public LatchkeyConfigBuilder myAccount(Consumer<MyAccountBuilder> details) {
        return section("my-account", new MyAccountBuilder(), details);
    }

    /** What is served. */
    public LatchkeyConfigBuilder endpoints(Consumer<EndpointBuilder> details) {
        return section("endpoints", new EndpointBuilder(), details);
    }

    /** How long a browser may keep the answer to a preflight. */
    public LatchkeyConfigBuilder corsMaxAge(Duration maxAge) {
        sections.put("cors", Map.of("max-age", maxAge));
        return this;
    }

    /** How many requests are served. */
    public LatchkeyConfigBuilder rateLimits(Consumer<RateLimitBuilder> details) {
        return section("rate-limits", new RateLimitBuilder(), details);
    }

    /** How the servlet filter stands in the application. */
    public LatchkeyConfigBuilder filter(Consumer<FilterBuilder> details) {
        return section("filter", new FilterBuilder(), details);
    }

    /** How accounts are found. */
    public LatchkeyConfigBuilder accounts(Consumer<AccountBuilder> details) {
        return section("accounts", new AccountBuilder(), details);
    }

    /** Where the kit keeps what it keeps. */
    public LatchkeyConfigBuilder storage(Consumer<StorageBuilder> details) {
        return section("storage", new StorageBuilder(), details);
    }

    /**
     * The configuration, checked as a whole.
     *
     * @throws ConfigurationException with every fault
     */
    public LatchkeyConfig build() {
        Map<String, Object> given = new LinkedHashMap<>(sections);
        given.put("domains", List.copyOf(domains));
        given.put("clients", clients);
        given.put("realms", realms);
        return ConfigurationAssembly.of(given, new Findings());
    }

    private <B extends SectionBuilder> LatchkeyConfigBuilder section(String key, B builder, Consumer<B> details) {
        sections.put(key, given(builder, details));
        return this;
    }

    private static <B extends SectionBuilder> Map<String, Object> given(B builder, Consumer<B> details) {
        details.accept(builder);
        return builder.given();
    }
}
