package dev.latchkey.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.Latchkey;
import dev.latchkey.event.Answered;
import dev.latchkey.event.AuditTrail;
import dev.latchkey.event.FlightRecording;
import dev.latchkey.event.PasskeyEvents;
import dev.latchkey.event.TestEvents;
import dev.latchkey.http.Contract;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasskeyMetersTest {
    private static final Answered REQUEST =
            new Answered("/oauth/token", "POST", 400, Duration.ofMillis(30), Optional.empty());

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void eventsAreCountedByKindActivityClientAndRefusal() {
        PasskeyEvents meters = new PasskeyMeters(registry);

        TestEvents.oneOfEachKind().forEach(meters::happened);
        meters.happened(TestEvents.refused("once more"));

        assertThat(registry.get("latchkey.events")
                        .tags("event", "signed_in", "activity", "login", "client", "web", "refusal", "none")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("latchkey.events")
                        .tags("event", "refused", "activity", "login", "client", "web", "refusal", "webauthn")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.getMeters()).hasSize(TestEvents.oneOfEachKind().size());
    }

    @Test
    void strangersMakeNoMeters() {
        PasskeyEvents meters = new PasskeyMeters(registry);

        for (int i = 0; i < 100; i++) {
            meters.happened(TestEvents.refused("of attempt " + i));
        }

        assertThat(registry.getMeters()).hasSize(1);
    }

    @Test
    void requestsAreTimed() {
        new PasskeyMeters(registry).answered(REQUEST);

        assertThat(registry.get("latchkey.requests")
                        .tags("endpoint", "/oauth/token", "method", "POST", "status", "400", "client", "none")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(30);
    }

    @Test
    void withoutARegistryItIsTheGlobalOne() {
        Metrics.addRegistry(registry);
        try {
            new PasskeyMeters().answered(REQUEST);

            assertThat(registry.getMeters())
                    .extracting(Meter::getId)
                    .extracting(Meter.Id::getName)
                    .containsExactly("latchkey.requests");
        } finally {
            Metrics.removeRegistry(registry);
            Metrics.globalRegistry.clear();
        }
    }

    @Test
    void serviceLoaderMakesThem(@TempDir Path classPath) throws Exception {
        Path services = Files.createDirectories(classPath.resolve("META-INF/services"));
        Files.writeString(services.resolve(PasskeyEvents.class.getName()), PasskeyMeters.class.getName());
        URL[] urls = {classPath.toUri().toURL()};

        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            assertThat(ServiceLoader.load(PasskeyEvents.class, loader))
                    .singleElement()
                    .isInstanceOf(PasskeyMeters.class);
        }
    }

    @Test
    void metersAndAListenerOfOnesOwnGoTogether() {
        AuditTrail auditTrail = new AuditTrail();
        PasskeyEvents both = PasskeyEvents.all(List.of(auditTrail, new PasskeyMeters(registry)));

        TestEvents.oneOfEachKind().forEach(both::happened);

        assertThat(auditTrail.entries()).isNotEmpty();
        assertThat(registry.getMeters()).isNotEmpty();
    }

    @Test
    void nothingElseNeedsMicrometer() throws Exception {
        try (URLClassLoader without = new URLClassLoader(classPathWithoutMicrometer(), null)) {
            assertThatThrownBy(() -> without.loadClass(MeterRegistry.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);

            for (Class<?> each : List.of(Latchkey.class, Latchkey.Builder.class, Contract.class, PasskeyEvents.class)) {
                assertThat(Class.forName(each.getName(), true, without).getDeclaredMethods())
                        .isNotEmpty();
            }
            Object recording = Class.forName(FlightRecording.class.getName(), true, without)
                    .getMethod("ifPresent")
                    .invoke(null);
            assertThat(recording).asString().startsWith("Optional[" + FlightRecording.class.getName());
        }
    }

    private static URL[] classPathWithoutMicrometer() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("micrometer"))
                .map(PasskeyMetersTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
