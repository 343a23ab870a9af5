package dev.latchkey.servlet;

import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.LatchkeyConfig;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the {@link PasskeyFilter} for {@code /*} where {@code latchkey.filter.automatic = true} asks for it and no {@code web.xml}
 * names one. Containers find and call it (Jakarta Servlet 6.0 §8.2.4).
 *
 * <p>The kit opens once the listeners of {@code web.xml} have heard of the start, so that these may put its extensions into the {@code
 * ServletContext}, and before the first request, also where a container makes filters only then.
 */
public final class PasskeyInitializer implements ServletContainerInitializer {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeyInitializer.class);

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) throws ServletException {
        if (isDeclared(context)) {
            return;
        }
        Optional<LatchkeyConfig> config;
        try {
            config = new ConfigLocation(context).find();
        } catch (ConfigurationException e) {
            LOG.error("The configuration of the passkeys has faults: {}", e.getMessage());
            throw new ServletException(e.getMessage(), e);
        }
        config.filter(found -> found.filter().automatic()).ifPresent(found -> register(context, found));
    }

    private static boolean isDeclared(ServletContext context) {
        return context.getFilterRegistrations().values().stream()
                .anyMatch(filter -> PasskeyFilter.class.getName().equals(filter.getClassName()));
    }

    private static void register(ServletContext context, LatchkeyConfig config) {
        PasskeyFilter filter = new PasskeyFilter(config);
        FilterRegistration.Dynamic registration = context.addFilter(PasskeyFilter.class.getName(), filter);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR), false, "/*");
        context.addListener(new Start(filter, context));
        LOG.info("latchkey.filter.automatic = true: the passkey filter stands before the application");
    }

    /** @param context the whole of it: what Tomcat gives to a listener that no {@code web.xml} names tells less */
    private record Start(PasskeyFilter filter, ServletContext context) implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            filter.open(context);
        }

        @Override
        public void contextDestroyed(ServletContextEvent event) {
            filter.destroy();
        }
    }
}
