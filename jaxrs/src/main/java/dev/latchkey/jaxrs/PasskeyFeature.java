package dev.latchkey.jaxrs;

import dev.latchkey.Latchkey;
import dev.latchkey.http.ServingDoors;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the passkey endpoints to a JAX-RS application, below whatever path that is mounted at. The application's own resources, filters and
 * providers stay as they are: requests for the endpoints are answered before resources are matched, and everything else passes on.
 *
 * <p>An application without the servlet filter gives a kit, and closes it when it ends:
 *
 * <pre>{@code
 * @ApplicationPath("api")
 * public class Api extends Application {
 *     private final Latchkey latchkey = Latchkey.open();
 *
 *     @Override
 *     public Set<Object> getSingletons() {
 *         return Set.of(new PasskeyFeature(latchkey), new Orders());
 *     }
 * }
 * }</pre>
 *
 * <p>Behind {@code dev.latchkey.servlet.PasskeyFilter}, which is told the path of the application by {@code
 * latchkey.filter.application-path} or its init-param {@code application-path}, it is
 * listed as a class and uses the filter's kit. JAX-RS knows neither sessions nor who connects, so that session login, the application's own
 * session on the My Account API, and {@code latchkey.proxies} need that filter.
 *
 * <p>Thread-safe once registered.
 */
public class PasskeyFeature implements Feature {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeyFeature.class);
    private static final AtomicInteger WITH_KITS = new AtomicInteger();

    private final Optional<Latchkey> given;
    private final String name;

    /** Uses the kit of the servlet filter in front. */
    public PasskeyFeature() {
        given = Optional.empty();
        name = "PasskeyFeature in a JAX-RS application";
    }

    /** Uses a kit that the application opened, and closes. */
    public PasskeyFeature(Latchkey latchkey) {
        given = Optional.of(latchkey);
        name = "PasskeyFeature no. " + WITH_KITS.incrementAndGet() + " with a kit, in a JAX-RS application";
    }

    @Override
    public boolean configure(FeatureContext context) {
        ServingDoors.opened(name).ifPresent(line -> LOG.warn(line));
        context.register(new PasskeyDoor(given), Priorities.AUTHENTICATION - 100);
        context.register(new ReplyWriter());
        return true;
    }
}
