package dev.latchkey.contract;

import jakarta.ws.rs.core.Application;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/** A way in that a JAX-RS implementation offers. */
interface JaxrsDoor extends Door {

    /** Mounts an application as a container does that finds its class. */
    void mount(ServletContextHandler context, Class<? extends Application> application, String path);

    @Override
    default boolean parsesHeaders() {
        return true;
    }
}
