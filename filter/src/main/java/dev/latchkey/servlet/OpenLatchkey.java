package dev.latchkey.servlet;

import dev.latchkey.HostExtensions;
import dev.latchkey.Latchkey;
import dev.latchkey.attestation.AttestationTrust;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.event.PasskeyEvents;
import dev.latchkey.http.RateLimiter;
import dev.latchkey.storage.StorageProvider;
import dev.latchkey.storage.StorageProviders;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A {@link Latchkey} in use.
 *
 * @param latchkey the kit
 * @param publishedIn where the filter put it that opened it, and so has to close it
 */
record OpenLatchkey(Latchkey latchkey, Optional<ServletContext> publishedIn) implements AutoCloseable {
    private static final String ATTRIBUTE = Latchkey.class.getName();

    /** One that the application made, and closes. */
    static OpenLatchkey given(Latchkey latchkey) {
        return new OpenLatchkey(latchkey, Optional.empty());
    }

    /**
     * The one in the {@code ServletContext}, else one made from the configuration and the storage on the class path.
     *
     * @param config read only where one is made
     * @throws dev.latchkey.config.ConfigurationException with every fault found
     */
    static OpenLatchkey find(ServletContext context, Supplier<LatchkeyConfig> config) {
        Extensions extensions = new Extensions(context);
        return extensions
                .attribute(Latchkey.class)
                .map(OpenLatchkey::given)
                .orElseGet(() -> open(context, config.get(), extensions));
    }

    private static OpenLatchkey open(ServletContext context, LatchkeyConfig config, Extensions extensions) {
        Latchkey latchkey = Latchkey.open(
                config,
                extensions
                        .attribute(StorageProvider.class)
                        .orElseGet(() -> StorageProviders.on(Extensions.loader(context))),
                name -> Optional.ofNullable(context.getAttribute(name)),
                new HostExtensions(
                        extensions.all(PasskeyEvents.class),
                        extensions.all(AttestationTrust.class),
                        extensions.one(RateLimiter.class)));
        context.setAttribute(ATTRIBUTE, latchkey);
        return new OpenLatchkey(latchkey, Optional.of(context));
    }

    @Override
    public void close() {
        publishedIn.ifPresent(context -> {
            context.removeAttribute(ATTRIBUTE);
            latchkey.close();
        });
    }
}
