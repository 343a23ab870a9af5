package dev.latchkey.http;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The doors that serve the endpoints of each application, known by the context class loader of the thread that starts it. Two in one
 * application are a mistake that nothing else shows: one of them never sees a request, or each has a kit of its own. Thread-safe.
 */
public final class ServingDoors {
    private static final Map<ClassLoader, Set<String>> NAMES = Collections.synchronizedMap(new WeakHashMap<>());

    private ServingDoors() {}

    /**
     * A door begins to serve.
     *
     * @param name what it is, as a reader of the log knows it; of each door another
     * @return what is to be logged, if another door serves already
     */
    public static Optional<String> opened(String name) {
        Set<String> names = names();
        names.add(name);
        return names.size() == 1
                ? Optional.empty()
                : Optional.of(
                        "The passkey endpoints have " + names.size() + " doors in this application: "
                                + String.join(" and ", names)
                                + ". Keep one of them. A filter in front of a JAX-RS application that has PasskeyFeature is told the"
                                + " path of that application: latchkey.filter.application-path, or the init-param application-path");
    }

    /** A door serves no longer. */
    public static void closed(String name) {
        names().remove(name);
    }

    private static Set<String> names() {
        return NAMES.computeIfAbsent(
                Thread.currentThread().getContextClassLoader(),
                loader -> Collections.synchronizedSet(new LinkedHashSet<>()));
    }
}
