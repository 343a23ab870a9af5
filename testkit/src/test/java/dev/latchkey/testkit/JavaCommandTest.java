package dev.latchkey.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("another virtual machine")
class JavaCommandTest {
    private static final HotSpotDiagnosticMXBean OWN =
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    @Test
    void hasTheOptionsOfThisOne() throws Exception {
        Process java = new ProcessBuilder(JavaCommand.of("-XX:+PrintFlagsFinal", "-version")).start();
        String flags = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor()).isZero();
        assertThat(flags)
                .containsPattern(
                        "UseSerialGC +:?= " + OWN.getVMOption("UseSerialGC").getValue() + " ");
        assertThat(flags)
                .containsPattern("Tier4InvocationThreshold +:?= "
                        + OWN.getVMOption("Tier4InvocationThreshold").getValue() + " ");
    }

    @Test
    void isOfTheSameRelease() throws Exception {
        Process java = new ProcessBuilder(JavaCommand.of("-version"))
                .redirectErrorStream(true)
                .start();

        assertThat(new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("(build " + Runtime.version() + ")");
    }
}
