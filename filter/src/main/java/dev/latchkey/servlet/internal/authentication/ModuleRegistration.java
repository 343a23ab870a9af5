package dev.latchkey.servlet.internal.authentication;

import dev.latchkey.config.ConfigurationException;
import dev.latchkey.servlet.internal.FormPages;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The module of one application, registered with the container until it is closed. */
public final class ModuleRegistration implements AutoCloseable {
    private static final String LAYER = "HttpServlet";

    private final AuthConfigFactory factory;
    private final ServletContext context;

    private ModuleRegistration(AuthConfigFactory factory, ServletContext context) {
        this.factory = factory;
        this.context = context;
    }

    /**
     * Registers the module.
     *
     * @param authType what {@code getAuthType()} says of a passkey login
     * @throws IllegalStateException if the container offers no registration
     * @throws ConfigurationException if it has another module for the application
     */
    public static ModuleRegistration of(
            ServletContext context, FormPages pages, SessionIdentity identities, String authType) {
        AuthConfigFactory factory = AuthConfigFactory.getFactory();
        if (factory == null) {
            throw new IllegalStateException("there is no AuthConfigFactory");
        }
        AuthConfigProvider other = factory.getConfigProvider(LAYER, applicationOf(context), null);
        if (other != null) {
            throw fault("the container already has a module for this application, of "
                    + other.getClass().getName() + ": remove that one");
        }
        factory.registerServerAuthModule(
                new PasskeyAuthModule(identities, authType, pages, Clock.systemUTC()), context);
        return new ModuleRegistration(factory, context);
    }

    /**
     * Takes the module back. On Tomcat an empty registration replaces it: earlier ones than 10.1.61 would not look again after a reload
     * of the application, once there is none.
     */
    @Override
    public void close() {
        if (context.getServerInfo().startsWith("Apache Tomcat")) {
            factory.registerConfigProvider(nothing(), LAYER, applicationOf(context), "");
        } else {
            factory.removeServerAuthModule(context);
        }
    }

    private static String applicationOf(ServletContext context) {
        return context.getVirtualServerName() + " " + context.getContextPath();
    }

    @SuppressWarnings("NullAway")
    private static AuthConfigProvider nothing() {
        @Nullable AuthConfigProvider nothing = null;
        return nothing;
    }

    private static ConfigurationException fault(String fault) {
        return new ConfigurationException(
                List.of("latchkey.login.container = true: " + fault + ", or set login.container = false"));
    }
}
