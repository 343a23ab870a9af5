package dev.latchkey.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the kit is told, immutable. Read by {@link ConfigurationReader} or made with {@link #builder()}; both check it as a whole.
 *
 * @param domains the hosts that this deployment answers for, at least one
 * @param proxies whose word counts for the address that a client used
 * @param clients by {@code client_id}, at least one
 * @param realms by name, at least one; the first is the default ({@code latchkey.default-realm})
 * @param ceremony policy of every ceremony
 * @param tokens lifetimes and audiences
 * @param dpop proofs of possession
 * @param keys where sealing and signing keys come from
 * @param crypto who verifies and makes signatures
 * @param session the browser's session
 * @param endpoints what is served
 * @param rateLimits how many requests are served
 * @param filter how the servlet filter stands in the application
 * @param accounts how the host's accounts are found
 * @param storage where the kit keeps what it keeps
 */
public record LatchkeyConfig(
        List<Domain> domains,
        ProxySettings proxies,
        Map<String, Client> clients,
        Map<String, Realm> realms,
        CeremonySettings ceremony,
        TokenSettings tokens,
        DpopSettings dpop,
        KeySettings keys,
        CryptoSettings crypto,
        SessionSettings session,
        EndpointSettings endpoints,
        RateLimitSettings rateLimits,
        FilterSettings filter,
        AccountSettings accounts,
        StorageSettings storage) {

    public LatchkeyConfig {
        domains = List.copyOf(domains);
        clients = Ordered.copyOf(clients);
        realms = Ordered.copyOf(realms);
    }

    /** The client of that {@code client_id}, or empty. */
    public Optional<Client> client(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    /** The iOS apps of all clients. */
    public List<IosApp> iosApps() {
        return clients.values().stream()
                .flatMap(client -> client.ios().stream())
                .distinct()
                .toList();
    }

    /** The Android apps of all clients. */
    public List<AndroidApp> androidApps() {
        return clients.values().stream()
                .flatMap(client -> client.android().stream())
                .distinct()
                .toList();
    }

    /** Every grant that some client has. */
    public List<Grant> grants() {
        return Arrays.stream(Grant.values())
                .filter(grant -> clients.values().stream()
                        .anyMatch(client -> client.grants().contains(grant)))
                .toList();
    }

    /** Whether some client's proofs of possession bind its tokens. */
    public boolean bindsTokens() {
        return clients.values().stream().anyMatch(client -> client.dpop() != DpopPolicy.OFF);
    }

    /** The realm of that name, or empty. */
    public Optional<Realm> realm(String name) {
        return Optional.ofNullable(realms.get(name));
    }

    /** The realm of a request that names none: the first one. */
    public Realm defaultRealm() {
        return realms.values().iterator().next();
    }

    /** Starts a configuration in code, with the defaults of {@code latchkey-reference.conf}. */
    public static LatchkeyConfigBuilder builder() {
        return new LatchkeyConfigBuilder();
    }

    /**
     * Checks it as a whole. What a reader or the builder made has passed already.
     *
     * @return this configuration
     * @throws ConfigurationException with every fault
     */
    public LatchkeyConfig checked() {
        Findings findings = new Findings();
        ConfigurationCheck.check(this, findings);
        findings.throwIfFaulty();
        return this;
    }

    /** What integrators have to think of, one line each that begins with {@code [done]} or {@code [missing]}, to be logged at start-up. */
    public List<String> checklist() {
        return Checklist.of(this);
    }

    /** What works, but not as well as it could: one sentence each, with key and advice, to be logged at start-up. */
    public List<String> warnings() {
        Findings findings = new Findings();
        ConfigurationCheck.check(this, findings);
        return findings.warnings();
    }
}
