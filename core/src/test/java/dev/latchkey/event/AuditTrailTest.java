package dev.latchkey.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditTrailTest {
    @Test
    void listenerOfTheDocumentationWritesWhatItSays() {
        AuditTrail trail = new AuditTrail();

        TestEvents.oneOfEachKind().forEach(trail::happened);

        assertThat(trail.entries())
                .containsExactly(
                        "2026-05-04T03:02:01Z 4711 signed in with dev_1 from 203.0.113.7",
                        "2026-05-04T03:02:01Z 4711 removed dev_1 from 203.0.113.7",
                        "2026-05-04T03:02:01Z 4711 had a token of sign-in sid-2 used twice from 203.0.113.7");
    }
}
