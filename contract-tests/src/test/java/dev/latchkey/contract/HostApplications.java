package dev.latchkey.contract;

import dev.latchkey.Latchkey;
import dev.latchkey.jaxrs.PasskeyFeature;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** JAX-RS applications of a host's that got the feature. */
final class HostApplications {
    private HostApplications() {}

    /** Without the servlet filter; a JSON provider that would write anything. */
    public static class Alone extends Application {
        static Optional<Latchkey> given = Optional.empty();

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(HostResource.class, GreedyJson.class);
        }

        @Override
        @SuppressWarnings("deprecation")
        public Set<Object> getSingletons() {
            return Set.of(new PasskeyFeature(given.orElseThrow()));
        }
    }

    /** A second application like {@link Alone}. */
    public static final class AloneToo extends Alone {}

    /** As {@link Alone}, with a filter that refuses everybody. */
    public static final class Guarded extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            Set<Class<?>> classes = new LinkedHashSet<>(new Alone().getClasses());
            classes.add(Refusing.class);
            return classes;
        }

        @Override
        @SuppressWarnings("deprecation")
        public Set<Object> getSingletons() {
            return new Alone().getSingletons();
        }
    }

    /** Behind the servlet filter. */
    public static final class Behind extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(HostResource.class, GreedyJson.class, PasskeyFeature.class);
        }
    }

    /** Refuses everybody. */
    public static final class Refusing implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            request.abortWith(Response.status(401).build());
        }
    }
}
