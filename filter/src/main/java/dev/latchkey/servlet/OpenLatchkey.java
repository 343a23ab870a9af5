package dev.latchkey.servlet;

import dev.latchkey.Latchkey;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.event.PasskeyEvents;
import dev.latchkey.storage.StorageProvider;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.util.Optional;

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
     * @throws dev.latchkey.config.ConfigurationException with every fault found
     */
    static OpenLatchkey find(FilterConfig filter) {
        Extensions extensions = new Extensions(filter.getServletContext());
        return extensions.attribute(Latchkey.class).map(OpenLatchkey::given).orElseGet(() -> open(filter, extensions));
    }

    private static OpenLatchkey open(FilterConfig filter, Extensions extensions) {
        ServletContext context = filter.getServletContext();
        ConfigLocation location = new ConfigLocation(context);
        LatchkeyConfig config = Optional.ofNullable(filter.getInitParameter("config"))
                .map(location::read)
                .orElseGet(location::read);
        Latchkey latchkey = Latchkey.open(
                config,
                provider(extensions),
                name -> Optional.ofNullable(context.getAttribute(name)),
                extensions.all(PasskeyEvents.class));
        context.setAttribute(ATTRIBUTE, latchkey);
        return new OpenLatchkey(latchkey, Optional.of(context));
    }

    private static StorageProvider provider(Extensions extensions) {
        return extensions
                .one(StorageProvider.class)
                .orElseThrow(() -> Extensions.fault("the class path has no " + StorageProvider.class.getName()
                        + ": add dev.latchkey:latchkey-jpa to the application, or build a Latchkey with a storage of your own and put"
                        + " it into the ServletContext attribute " + Latchkey.class.getName()));
    }

    @Override
    public void close() {
        publishedIn.ifPresent(context -> {
            context.removeAttribute(ATTRIBUTE);
            latchkey.close();
        });
    }
}
