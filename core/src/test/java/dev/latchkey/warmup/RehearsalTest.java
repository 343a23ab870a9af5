package dev.latchkey.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.LogCapture;
import dev.latchkey.TestStorage;
import dev.latchkey.config.AccessTokenAlgorithm;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.config.LatchkeyConfigBuilder;
import dev.latchkey.keys.Crypto;
import dev.latchkey.keys.Sealer;
import dev.latchkey.storage.StorageUnavailableException;
import dev.latchkey.token.SigningKeys;
import dev.latchkey.token.Tokens;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rehearsal goes the whole way, and leaves no trace. */
class RehearsalTest {
    private final LogCapture capture = new LogCapture();

    @AfterEach
    void stopCapturing() {
        capture.close();
    }

    @ParameterizedTest
    @EnumSource(AccessTokenAlgorithm.class)
    void everyStepSucceedsWithoutTheStorageAndWithoutAWord(AccessTokenAlgorithm algorithm) {
        Rehearsal rehearsal = rehearsal(config().tokens(tokens -> tokens.accessTokenAlgorithm(algorithm)));

        assertThatCode(() -> {
                    rehearsal.signUp();
                    rehearsal.signIn();
                })
                .doesNotThrowAnyException();

        assertThat(capture.lines()).allMatch(line -> line.startsWith("event=signing_keys_read"));
    }

    @Test
    void nobodySignsInWhoHasNotSignedUp() {
        assertThatThrownBy(() -> rehearsal(config()).signIn()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void databaseThatIsGoneEndsItBeforeAnythingIsLogged() {
        Rehearsal rehearsal =
                rehearsal(config().keys(keys -> keys.secret("a secret of thirty-two characters, or more")));

        assertThatThrownBy(rehearsal::signUp).isInstanceOf(StorageUnavailableException.class);

        assertThat(capture.lines()).isEmpty();
    }

    @Test
    void kitWarmsUpOnceForEachClassLoaderAndAsksTheStorageOnce() throws Exception {
        try (URLClassLoader own = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(own);
            try {
                Object figures = own.loadClass(FreshKit.class.getName())
                        .getMethod("start", boolean[].class)
                        .invoke(null, new boolean[] {false, true, true});

                assertThat(figures).isEqualTo(List.of(0, 0, 1, 1, 0, 0));
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }

    private static LatchkeyConfigBuilder config() {
        return LatchkeyConfig.builder()
                .domain("auth.example.com")
                .client("web", client -> client.allowedOrigins("https://auth.example.com"));
    }

    private static Rehearsal rehearsal(LatchkeyConfigBuilder builder) {
        LatchkeyConfig config = builder.build();
        Clock clock = Clock.systemUTC();
        Sealer sealer = Sealer.of(config.keys(), new SecureRandom());
        SigningKeys keys = new SigningKeys(config.keys(), config.tokens(), sealer, TestStorage.unreachable(), clock);
        Tokens tokens = new Tokens(config.tokens(), keys, sealer, Crypto.JVM, clock);
        return new Rehearsal(keys, tokens, Crypto.JVM, clock);
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(RehearsalTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String path) {
        try {
            return new File(path).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
