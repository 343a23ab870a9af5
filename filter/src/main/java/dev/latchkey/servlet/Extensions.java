package dev.latchkey.servlet;

import dev.latchkey.config.ConfigurationException;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** What the application plugs in: a {@code ServletContext} attribute named as the interface, and the services on the class path. */
final class Extensions {
    private final ServletContext context;

    Extensions(ServletContext context) {
        this.context = context;
    }

    /**
     * The attribute.
     *
     * @throws ConfigurationException if it is of another type
     */
    <T> Optional<T> attribute(Class<T> type) {
        Object value = context.getAttribute(type.getName());
        if (value != null && !type.isInstance(value)) {
            throw fault(
                    "ServletContext attribute " + type.getName() + " is of " + value.getClass()
                            + " from another class loader or of another type; put an object of that type there, loaded by this application");
        }
        return Optional.ofNullable(value).map(type::cast);
    }

    /**
     * The services, in the order of the class path.
     *
     * @throws ConfigurationException if one cannot be loaded
     */
    <T> List<T> services(Class<T> type) {
        try {
            List<T> services = new ArrayList<>();
            ServiceLoader.load(type, loader(context)).forEach(services::add);
            return services;
        } catch (ServiceConfigurationError e) {
            throw fault("META-INF/services/" + type.getName() + " on the class path: " + e.getMessage());
        }
    }

    /** The attribute first, then the services. */
    <T> List<T> all(Class<T> type) {
        List<T> all = new ArrayList<>();
        attribute(type).ifPresent(all::add);
        all.addAll(services(type));
        return all;
    }

    /**
     * The attribute, else the only service, or empty.
     *
     * @throws ConfigurationException if there are several services
     */
    <T> Optional<T> one(Class<T> type) {
        Optional<T> attribute = attribute(type);
        if (attribute.isPresent()) {
            return attribute;
        }
        List<T> services = services(type);
        if (services.size() > 1) {
            List<String> names = services.stream()
                    .map(service -> service.getClass().getName())
                    .toList();
            throw fault(
                    "the class path offers " + names.size() + " of " + type.getName() + ": " + String.join(", ", names)
                            + "; keep one, or put the one to use into the ServletContext attribute of that name");
        }
        return services.stream().findFirst();
    }

    /** The application's class loader; some containers, when embedded, have none of their own for it. */
    static ClassLoader loader(ServletContext context) {
        ClassLoader ofApplication = context.getClassLoader();
        return ofApplication != null ? ofApplication : Thread.currentThread().getContextClassLoader();
    }

    static ConfigurationException fault(String fault) {
        return new ConfigurationException(List.of(fault));
    }
}
