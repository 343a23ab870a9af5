package dev.latchkey.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.LogCapture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AllListenersTest {
    private static final PasskeyEvent EVENT = TestEvents.refused("no");
    private static final Answered REQUEST =
            new Answered("/oauth/token", "POST", 400, Duration.ofMillis(3), Optional.of("web"));

    private final LogCapture capture = new LogCapture();
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void stopCapturing() {
        capture.close();
    }

    @Test
    void allAreToldInTheirOrder() {
        PasskeyEvents all = PasskeyEvents.all(
                List.of(event -> heard.add("first " + event.name()), event -> heard.add("second " + event.name())));

        all.happened(EVENT);
        all.answered(REQUEST);

        assertThat(heard).containsExactly("first refused", "second refused");
    }

    @Test
    void oneThatFailsHarmsNobody() {
        PasskeyEvents all = PasskeyEvents.all(List.<PasskeyEvents>of(
                new Failing(new IllegalStateException("out of order")),
                new Failing(new NoClassDefFoundError("com/example/Missing")),
                event -> heard.add(event.name())));

        all.happened(EVENT);
        all.answered(REQUEST);

        assertThat(heard).containsExactly("refused");
        assertThat(capture.lines())
                .hasSize(4)
                .allMatch(line -> line.equals("event=listener_failed listener=" + Failing.class.getName()));
    }

    private static final class Failing implements PasskeyEvents {
        private final Throwable failure;

        private Failing(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public void happened(PasskeyEvent event) {
            fail();
        }

        @Override
        public void answered(Answered request) {
            fail();
        }

        private void fail() {
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            throw (Error) failure;
        }
    }
}
