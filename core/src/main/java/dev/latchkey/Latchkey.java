package dev.latchkey;

import dev.latchkey.account.AccountRef;
import dev.latchkey.attestation.AttestationTrust;
import dev.latchkey.ceremony.Ceremonies;
import dev.latchkey.ceremony.PasskeyManagement;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.dpop.ProofReader;
import dev.latchkey.event.EventLog;
import dev.latchkey.event.FlightRecording;
import dev.latchkey.event.PasskeyEvents;
import dev.latchkey.http.Contract;
import dev.latchkey.http.Exchange;
import dev.latchkey.http.RateLimiter;
import dev.latchkey.http.Reply;
import dev.latchkey.keys.Crypto;
import dev.latchkey.keys.Sealer;
import dev.latchkey.session.SealedSessions;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageProvider;
import dev.latchkey.storage.StorageProviders;
import dev.latchkey.storage.StorageUnavailableException;
import dev.latchkey.token.SigningKeys;
import dev.latchkey.token.Tokens;
import dev.latchkey.warmup.Rehearsal;
import dev.latchkey.warmup.WarmUp;
import dev.latchkey.webauthn.TrustSources;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passkeys for one application: the one thing that a host builds. Immutable and thread-safe.
 *
 * <pre>{@code
 * Latchkey latchkey = Latchkey.builder(config, storage).build();
 * Reply reply = latchkey.handle(exchange);
 * }</pre>
 */
public final class Latchkey implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Latchkey.class);

    private final LatchkeyConfig config;
    private final SigningKeys keys;
    private final PasskeyManagement management;
    private final Contract contract;
    private final Optional<Storage> opened;
    private final WarmUp warmUp;

    private Latchkey(Builder builder) {
        config = builder.config;
        opened = builder.opened;
        PasskeyEvents events = builder.allEvents();
        Sealer sealer = Sealer.of(config.keys(), builder.random);
        Crypto crypto = Crypto.of(config.crypto());
        keys = new SigningKeys(config.keys(), config.tokens(), sealer, builder.storage, builder.clock);
        Ceremonies ceremonies = new Ceremonies(
                config,
                new SealedSessions(sealer, builder.clock),
                crypto,
                builder.storage,
                TrustSources.of(config, builder.trusts, builder.clock),
                events,
                builder.clock,
                builder.random);
        management = ceremonies.management();
        Tokens tokens = new Tokens(config.tokens(), keys, sealer, crypto, builder.clock);
        ProofReader proofs = new ProofReader(config.dpop(), sealer, builder.clock);
        contract = new Contract(config, ceremonies, tokens, proofs, keys, events, builder.limiter, builder.clock);
        warmUp = start() && config.endpoints().warmUp()
                ? WarmUp.start(new Rehearsal(keys, tokens, crypto, builder.clock), builder.storage, builder.clock)
                : WarmUp.none();
    }

    /** Begins with what is needed: a checked configuration, and a storage, which stays the caller's to close. */
    public static Builder builder(LatchkeyConfig config, Storage storage) {
        return new Builder(config, storage);
    }

    /**
     * The kit that {@code latchkey.conf} or {@code latchkey.properties} at the root of the class path asks for, with the storage and the
     * listeners that the class path offers. {@link #close()} closes what it opened.
     *
     * @throws dev.latchkey.config.ConfigurationException with every fault found
     */
    public static Latchkey open() {
        return Opening.onClasspath(Thread.currentThread().getContextClassLoader());
    }

    /**
     * The kit over a storage that it opens, and closes.
     *
     * @param hostObjects objects of the host by name, for the settings that name one
     * @param extensions what the host adds
     * @throws dev.latchkey.config.ConfigurationException if the settings do not fit
     */
    public static Latchkey open(
            LatchkeyConfig config,
            StorageProvider provider,
            Function<String, Optional<Object>> hostObjects,
            HostExtensions extensions) {
        Storage storage = StorageProviders.open(provider, config, hostObjects);
        try {
            Builder builder = builder(config, storage).closingStorage();
            extensions.listeners().forEach(builder::events);
            extensions.trusts().forEach(builder::attestationTrust);
            extensions.limiter().ifPresent(builder::rateLimiter);
            return builder.build();
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    /**
     * Whether a request is for the kit. Compares the path, allocates nothing.
     *
     * @param uri the raw path of the request
     * @param offset where the path below the {@link Exchange#basePath()} begins in it
     */
    public boolean serves(String uri, int offset) {
        return contract.takes(uri, offset);
    }

    /** The reply to a request that is for the kit; never throws, whatever the client sent. */
    public Reply handle(Exchange exchange) {
        return contract.handle(exchange);
    }

    /**
     * The reply to a request that is for the kit, if it is a preflight or comes from an origin that is not allowed; else empty, and another
     * door is to handle it.
     */
    public Optional<Reply> admit(Exchange exchange) {
        return contract.admit(exchange);
    }

    /**
     * For a door: a login by passkey in the application's session has ended. Tells the listeners.
     *
     * @param exchange the request that ended it, whatever its path
     * @param account who was logged in
     */
    public void signedOut(Exchange exchange, AccountRef account) {
        contract.signedOut(exchange, account);
    }

    /**
     * What to tell the reverse proxy in front of a door that is not at the root of its host, where well-known documents are looked for (RFC
     * 8615 §3). For the log of a door.
     *
     * @param basePath the {@link Exchange#basePath()}
     * @return empty where nothing needs to be done
     */
    public Optional<String> proxyHint(String basePath) {
        List<String> paths = contract.wellKnown();
        return basePath.isEmpty() || paths.isEmpty() ? Optional.empty() : Optional.of(ProxyHint.of(basePath, paths));
    }

    /** Ends the warm-up, and closes what {@link #open()} opened. A storage that the host gave stays open. */
    @Override
    public void close() {
        warmUp.close();
        opened.ifPresent(Storage::close);
    }

    /**
     * Makes new signing keys before their time. They are published at once and sign after {@code latchkey.keys.activation-delay}; every
     * token stays valid. To be called on one node, at an administrator's wish.
     *
     * @throws IllegalStateException if the keys are those of a PKCS12 file, which is changed instead
     * @throws StorageUnavailableException if the database cannot be reached
     */
    public void rotateSigningKeys() {
        keys.rotate();
    }

    /**
     * Replaces the signing keys, because somebody else may have them. The new ones sign at once; all others are forgotten, with every
     * access token and ID token that they signed: here now, on other nodes within a minute, and elsewhere as soon as the JWKS is fetched
     * again. Refresh tokens and sessions stay, for no signing key protects them, and so do access tokens by HS256, which
     * {@code latchkey.keys.secret} protects. To be called on one node, at an administrator's wish.
     *
     * @throws IllegalStateException if the keys are those of a PKCS12 file, which is changed instead
     * @throws StorageUnavailableException if the database cannot be reached
     */
    public void revokeSigningKeys() {
        keys.revoke();
    }

    /**
     * Takes all passkeys and refresh tokens from an account, because somebody has proven to own it who does not hold them: say by a link
     * sent to an e-mail address that a sign-up had only claimed. Ceremonies of the account that are under way are refused, and the next
     * passkey gets a new user handle. Access tokens and sessions from before live on until they expire: end the sessions, and block the
     * account for {@code latchkey.my-account.max-authentication-age}, within which such a token may still add a passkey.
     *
     * @param account whose they are; one that the kit does not know has none
     * @return how many passkeys it had
     * @throws StorageUnavailableException if the database cannot be reached
     */
    public int revokePasskeys(AccountRef account) {
        return management.removeAll(account);
    }

    public LatchkeyConfig config() {
        return config;
    }

    /** Whether the database is there. */
    private boolean start() {
        config.warnings().forEach(line -> LOG.warn(line));
        boolean keysRead = readKeys();
        contract.live().forEach(endpoint -> LOG.info("live: {}", endpoint));
        LOG.info("Checklist:\n  {}", String.join("\n  ", config.checklist()));
        return keysRead;
    }

    private boolean readKeys() {
        try {
            keys.all();
            return true;
        } catch (StorageUnavailableException e) {
            LOG.warn("The database is not there yet; signing keys will be read at first use", e);
            return false;
        }
    }

    /** Collects what differs from the defaults. Not thread-safe. */
    public static final class Builder {
        private final LatchkeyConfig config;
        private final Storage storage;
        private Optional<Storage> opened = Optional.empty();
        private final List<PasskeyEvents> events = new ArrayList<>();
        private Optional<RateLimiter> limiter = Optional.empty();
        private final List<AttestationTrust> trusts = new ArrayList<>();
        private Clock clock = Clock.systemUTC();
        private SecureRandom random = new SecureRandom();

        private Builder(LatchkeyConfig config, Storage storage) {
            this.config = config;
            this.storage = storage;
        }

        private Builder closingStorage() {
            this.opened = Optional.of(storage);
            return this;
        }

        /** Who else is told what happens; may be called several times. Every event is logged and can be recorded in any case. */
        public Builder events(PasskeyEvents listener) {
            this.events.add(listener);
            return this;
        }

        /** Whose attestation is trusted, for realms that require it; may be called several times. */
        public Builder attestationTrust(AttestationTrust trust) {
            this.trusts.add(trust);
            return this;
        }

        private PasskeyEvents allEvents() {
            List<PasskeyEvents> all = new ArrayList<>(List.of(new EventLog()));
            FlightRecording.ifPresent().ifPresent(all::add);
            all.addAll(events);
            return PasskeyEvents.all(all);
        }

        /** What counts requests against {@code latchkey.rate-limits}, instead of the memory of this process. */
        public Builder rateLimiter(RateLimiter counter) {
            this.limiter = Optional.of(counter);
            return this;
        }

        /** The time, for tests. */
        public Builder clock(Clock time) {
            this.clock = time;
            return this;
        }

        /** Randomness, for tests that replay published challenges. */
        public Builder random(SecureRandom source) {
            this.random = source;
            return this;
        }

        /**
         * The kit.
         *
         * @throws dev.latchkey.config.ConfigurationException if a file that the configuration names cannot be used, or nothing can be trusted
         */
        public Latchkey build() {
            return new Latchkey(this);
        }
    }
}
