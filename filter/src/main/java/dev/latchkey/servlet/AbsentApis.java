package dev.latchkey.servlet;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The Jakarta APIs that neither the container nor the application has, and what is off for want of them. */
final class AbsentApis {
    private static final Use CONTAINER_LOGIN = new Use(
            "Jakarta Authentication (login.container)",
            "jakarta.security.auth.message.module.ServerAuthModule",
            "dev/latchkey/servlet/JakartaAuthenticationLogin.class");
    private static final List<Use> USES = List.of(
            new Use(
                    "Jakarta RESTful Web Services (PasskeyFeature)",
                    "jakarta.ws.rs.core.Feature",
                    "dev/latchkey/jaxrs/PasskeyFeature.class"),
            new Use(
                    "Jakarta Persistence (the storage of latchkey-jpa)",
                    "jakarta.persistence.EntityManagerFactory",
                    "dev/latchkey/jpa/JpaStorageProvider.class"),
            CONTAINER_LOGIN);

    private AbsentApis() {}

    /**
     * A line for the log, or empty where everything is there that the kit on this class path could use.
     *
     * @param jetty whether the container is one that needs no Jakarta Authentication for the login in it
     */
    static Optional<String> of(ClassLoader loader, BooleanSupplier jetty) {
        String absent = USES.stream()
                .filter(use -> loader.getResource(use.user()) != null && !isThere(use.api(), loader))
                .filter(use -> !(use.equals(CONTAINER_LOGIN) && jetty.getAsBoolean()))
                .map(Use::name)
                .collect(Collectors.joining(", "));
        return absent.isEmpty() ? Optional.empty() : Optional.of("Not in this container, so off: " + absent);
    }

    private static boolean isThere(String className, ClassLoader loader) {
        try {
            Class.forName(className, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** @param user the kit's class, as a resource, that needs the API */
    private record Use(String name, String api, String user) {}
}
