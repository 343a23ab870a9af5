package dev.latchkey.sample.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCryptoTest {
    @Test
    void providerOnTheClassPathIsNamedAsTheConfigurationDoes(@TempDir Path classes) throws IOException {
        Path provider = Files.createDirectories(classes.resolve("org/conscrypt"));
        Files.createFile(provider.resolve("OpenSSLProvider.class"));

        try (URLClassLoader classPath =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            assertThat(NativeCrypto.in(classPath)).hasValue("conscrypt");
        }
    }

    @Test
    void withoutOneTheJvmVerifiesByItself() {
        assertThat(NativeCrypto.in(ClassLoader.getPlatformClassLoader())).isEmpty();
    }
}
