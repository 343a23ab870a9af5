package dev.latchkey.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecordingTest {
    private static final String EVENT = "dev.latchkey.PasskeyEvent";
    private static final String REQUEST = "dev.latchkey.Request";

    private final PasskeyEvents recording = FlightRecording.ifPresent().orElseThrow();

    @Test
    void eventsAndRequestsAreReadBackFromARecording(@TempDir Path directory) throws IOException {
        var recorded = record(directory, () -> {
            TestEvents.oneOfEachKind().forEach(recording::happened);
            recording.answered(new Answered("/oauth/token", "POST", 400, Duration.ofMillis(3), Optional.of("web")));
        });

        var events = recorded.stream()
                .filter(each -> each.getEventType().getName().equals(EVENT))
                .toList();
        assertThat(events)
                .extracting(each -> each.getString("event"))
                .containsExactlyElementsOf(TestEvents.oneOfEachKind().stream()
                        .map(PasskeyEvent::name)
                        .toList());
        var refused = events.get(events.size() - 1);
        assertThat(List.of(
                        refused.getString("activity"),
                        refused.getString("refusal"),
                        refused.getString("reason"),
                        refused.getString("realm"),
                        refused.getString("account"),
                        refused.getString("passkey"),
                        refused.getString("client"),
                        refused.getString("domain"),
                        refused.getString("origin"),
                        refused.getString("address")))
                .containsExactly(
                        "login",
                        "webauthn",
                        "assertion refused: bad signature",
                        "members",
                        "4711",
                        "dev_1",
                        "web",
                        "auth.example.com",
                        "https://www.example.com",
                        "203.0.113.7");
        assertThat(refused.getString("session")).isNull();
        assertThat(refused.getStackTrace()).isNull();

        assertThat(recorded)
                .filteredOn(each -> each.getEventType().getName().equals(REQUEST))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.getString("endpoint")).isEqualTo("/oauth/token");
                    assertThat(each.getString("method")).isEqualTo("POST");
                    assertThat(each.getInt("status")).isEqualTo(400);
                    assertThat(each.getString("client")).isEqualTo("web");
                    assertThat(each.getDuration("taken")).isEqualTo(Duration.ofMillis(3));
                });
    }

    @Test
    void nothingIsMadeOfAnEventThatNoRecordingWants() {
        RecordedEvent unwanted = new RecordedEvent();

        assertThat(unwanted.isEnabled()).isFalse();
        recording.happened(TestEvents.refused("nobody records"));
    }

    private static List<jdk.jfr.consumer.RecordedEvent> record(Path directory, Runnable happening) throws IOException {
        Path file = directory.resolve("events.jfr");
        try (Recording running = new Recording()) {
            running.start();
            happening.run();
            running.stop();
            running.dump(file);
        }
        return new ArrayList<>(RecordingFile.readAllEvents(file));
    }
}
