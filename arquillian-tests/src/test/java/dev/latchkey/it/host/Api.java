package dev.latchkey.it.host;

import dev.latchkey.jaxrs.PasskeyFeature;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The application's own resources, and the endpoints for passkeys beside them. */
@ApplicationPath("api")
public class Api extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(PasskeyFeature.class, Orders.class);
    }
}
