package dev.latchkey.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;

/** The smallest configuration that starts, and what becomes of it with a few lines more. */
final class ConfigTexts {
    static final String MINIMAL = """
            latchkey {
              domains = [ { host = auth.example.com } ]
              clients { web { allowed-origins = ["https://auth.example.com"] } }
            }
            """;

    static final ConfigurationReader READER = ConfigurationReader.of(Map.of(), Map.of());

    private ConfigTexts() {}

    static LatchkeyConfig with(String more) {
        return READER.parse(MINIMAL + more);
    }

    static List<String> faultsWith(String more) {
        return faultsOf(MINIMAL + more);
    }

    static List<String> faultsOf(String text) {
        return catchThrowableOfType(ConfigurationException.class, () -> READER.parse(text))
                .faults();
    }
}
