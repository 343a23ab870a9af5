package dev.latchkey.jpa.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * What the settings name of the host's objects, with what is amiss gathered.
 *
 * @param byName the host's objects
 * @param faults what is amiss
 */
public record HostObjects(Function<String, Optional<Object>> byName, List<String> faults) {

    /** The data source of that JNDI name ({@code java:…}), or the host's object of that name. */
    public Optional<DataSource> dataSource(String name) {
        return named(
                "latchkey.storage.data-source",
                name,
                DataSource.class,
                "declare it as a <resource-ref> of the application, or correct the name");
    }

    /** The object of that type and JNDI name ({@code java:…}), or the host's object of that name. */
    <T> Optional<T> named(String key, String name, Class<T> type, String remedy) {
        return name.startsWith("java:")
                ? lookUp(key, name, remedy).flatMap(found -> cast(key, name, type, found))
                : find(key, name, type, ", or write a JNDI name that starts with java:");
    }

    /** The host's object of that name and type. */
    public <T> Optional<T> find(String key, String name, Class<T> type) {
        return find(key, name, type, "");
    }

    private <T> Optional<T> find(String key, String name, Class<T> type, String otherRemedy) {
        Optional<Object> found = byName.apply(name);
        if (found.isEmpty()) {
            faults.add(key + " = " + name + ": the host registered no object of that name; register the "
                    + type.getSimpleName() + otherRemedy);
        }
        return found.flatMap(object -> cast(key, name, type, object));
    }

    @SuppressWarnings("BanJNDI") // the name is the deployer's, in the configuration, and must begin with java:
    private Optional<Object> lookUp(String key, String name, String remedy) {
        try {
            return Optional.of(InitialContext.doLookup(name));
        } catch (NamingException e) {
            faults.add(key + " = " + name + ": JNDI gave no such entry (" + e + "); " + remedy);
            return Optional.empty();
        }
    }

    private <T> Optional<T> cast(String key, String name, Class<T> type, Object object) {
        if (!type.isInstance(object)) {
            faults.add(key + " = " + name + ": is a " + object.getClass().getName() + "; name a " + type.getName());
            return Optional.empty();
        }
        return Optional.of(type.cast(object));
    }
}
