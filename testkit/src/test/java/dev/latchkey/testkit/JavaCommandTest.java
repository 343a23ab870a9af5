package dev.latchkey.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("another virtual machine")
class JavaCommandTest {

    @Test
    void hasTheOptionsOfThisOne() throws Exception {
        Process java = new ProcessBuilder(JavaCommand.of("-XX:+PrintFlagsFinal", "-version")).start();
        String flags = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor()).isZero();
        assertThat(flags).containsPattern("UseSerialGC +:?= true.*command line");
        assertThat(JavaCommand.options()).contains("-XX:+UseSerialGC");
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
