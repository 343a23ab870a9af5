package dev.latchkey.config;

import java.util.List;

/** The configuration is wrong. The message holds every fault, each naming key, value and remedy. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    public ConfigurationException(List<String> faults) {
        super(message(faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence for each fault. */
    public List<String> faults() {
        return faults;
    }

    private static String message(List<String> faults) {
        StringBuilder message = new StringBuilder("Latchkey cannot start: ")
                .append(faults.size())
                .append(faults.size() == 1 ? " fault" : " faults")
                .append(" in the configuration");
        faults.forEach(fault -> message.append("\n  - ").append(fault));
        return message.toString();
    }
}
