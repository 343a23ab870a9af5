package dev.latchkey.config;

import java.util.ArrayList;
import java.util.List;

/** Faults and warnings about keys, gathered while a configuration is read and checked. Not thread-safe. */
final class Findings {
    private final List<String> faultyKeys = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** The value of a key is wrong. */
    void fault(String key, Object value, String remedy) {
        fault(key, " = " + Values.show(value) + ": " + remedy);
    }

    /** A key is wrong whose value is missing, or nobody's business. */
    void faultWithoutValue(String key, String remedy) {
        fault(key, ": " + remedy);
    }

    /** The value of a key works, but another would serve better. */
    void warning(String key, Object value, String advice) {
        warnings.add(key + " = " + Values.show(value) + ": " + advice);
    }

    /** A key that is missing would serve well. */
    void warningWithoutValue(String key, String advice) {
        warnings.add(key + ": " + advice);
    }

    /** Whether a key, or one below it, has a fault already, so that what follows from it need not be said. */
    boolean faultAt(String key) {
        return faultyKeys.stream().anyMatch(faulty -> faulty.equals(key) || faulty.startsWith(key + "."));
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Refuses what has a fault.
     *
     * @throws ConfigurationException with all of them
     */
    void throwIfFaulty() {
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
    }

    private void fault(String key, String text) {
        faultyKeys.add(key);
        faults.add(key + text);
    }
}
