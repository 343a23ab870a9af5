package dev.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"15", "15.0.6", "16", "16.0.2", "17", "17.0.1", "17.0.2+8", "18", "18+36"})
    void jvmThatTakesForgedSignaturesIsRefused(String version) {
        assertThat(JvmRule.complaint(Runtime.Version.parse(version)))
                .get()
                .asString()
                .contains("CVE-2022-21449", "17.0.3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"11.0.14", "14.0.2", "15.0.7", "17.0.3", "17.0.15+6", "18.0.1", "18.0.2.1", "19", "21.0.2", "25"
            })
    void mendedJvmIsAccepted(String version) {
        assertThat(JvmRule.complaint(Runtime.Version.parse(version))).isEmpty();
    }
}
