package dev.latchkey;

import dev.latchkey.ceremony.Ceremonies;
import dev.latchkey.ceremony.EventLog;
import dev.latchkey.ceremony.PasskeyEvents;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.dpop.ProofReader;
import dev.latchkey.http.Contract;
import dev.latchkey.http.Exchange;
import dev.latchkey.http.Reply;
import dev.latchkey.keys.Sealer;
import dev.latchkey.session.SealedSessions;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageUnavailableException;
import dev.latchkey.token.SigningKeys;
import dev.latchkey.token.Tokens;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
public final class Latchkey {
    private static final Logger LOG = LoggerFactory.getLogger(Latchkey.class);

    private final LatchkeyConfig config;
    private final Contract contract;

    private Latchkey(Builder builder) {
        config = builder.config;
        Sealer sealer = Sealer.of(config.keys(), builder.random);
        SigningKeys keys = new SigningKeys(config.keys(), sealer, builder.storage, builder.clock);
        Ceremonies ceremonies = new Ceremonies(
                config,
                new SealedSessions(sealer, builder.clock),
                builder.storage,
                new EventLog(builder.events),
                builder.clock,
                builder.random);
        Tokens tokens = new Tokens(config.tokens(), keys, builder.clock);
        ProofReader proofs = new ProofReader(config.dpop(), sealer, builder.clock);
        contract = new Contract(config, ceremonies, tokens, proofs, keys, builder.clock);
        start(keys);
    }

    /** Begins with what is needed: a checked configuration, and a storage, which stays the caller's to close. */
    public static Builder builder(LatchkeyConfig config, Storage storage) {
        return new Builder(config, storage);
    }

    /**
     * Whether a request is for the kit. Compares the path, allocates nothing.
     *
     * @param uri the raw path of the request
     * @param offset where the path below the application's root begins in it
     */
    public boolean serves(String uri, int offset) {
        return contract.takes(uri, offset);
    }

    /** The reply to a request that is for the kit; never throws, whatever the client sent. */
    public Reply handle(Exchange exchange) {
        return contract.handle(exchange);
    }

    /**
     * What to tell the reverse proxy in front of an application that is not mounted at the root of its host, where well-known documents are
     * looked for (RFC 8615 §3). For the log of a door.
     *
     * @param contextPath the path of the application's root, empty or beginning with a slash
     * @return empty where nothing needs to be done
     */
    public Optional<String> proxyHint(String contextPath) {
        List<String> paths = contract.wellKnown();
        return contextPath.isEmpty() || paths.isEmpty()
                ? Optional.empty()
                : Optional.of(ProxyHint.of(contextPath, paths));
    }

    public LatchkeyConfig config() {
        return config;
    }

    private void start(SigningKeys keys) {
        config.warnings().forEach(LOG::warn);
        try {
            keys.all();
        } catch (StorageUnavailableException e) {
            LOG.warn("The database is not there yet; signing keys will be read at first use", e);
        }
        contract.live().forEach(endpoint -> LOG.info("live: {}", endpoint));
        LOG.info("Checklist:\n  {}", String.join("\n  ", config.checklist()));
    }

    /** Collects what differs from the defaults. Not thread-safe. */
    public static final class Builder {
        private final LatchkeyConfig config;
        private final Storage storage;
        private PasskeyEvents events = event -> {};
        private Clock clock = Clock.systemUTC();
        private SecureRandom random = new SecureRandom();

        private Builder(LatchkeyConfig config, Storage storage) {
            this.config = config;
            this.storage = storage;
        }

        /** Who else is told what happens; every event is logged in any case. */
        public Builder events(PasskeyEvents listener) {
            this.events = listener;
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

        public Latchkey build() {
            return new Latchkey(this);
        }
    }
}
