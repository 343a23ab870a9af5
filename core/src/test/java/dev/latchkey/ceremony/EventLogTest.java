package dev.latchkey.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.AccountRef;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private static final AccountRef ADA = new AccountRef("members", "4711");

    private final LogCapture capture = new LogCapture();

    @AfterEach
    void stopCapturing() {
        capture.close();
    }

    @Test
    void everyEventIsOneLineAndIsHandedOn() {
        List<PasskeyEvent> events = List.of(
                new PasskeyEvent.SignedUp(ADA, "dev_1", "web"),
                new PasskeyEvent.SignedIn(ADA, "dev_1", "web"),
                new PasskeyEvent.Enrolled(ADA, "dev_2"),
                new PasskeyEvent.Renamed(ADA, "dev_2"),
                new PasskeyEvent.Removed(ADA, "dev_2"),
                new PasskeyEvent.CounterFell(ADA, "dev_1"),
                new PasskeyEvent.RefreshTokenReused(ADA, "web"),
                new PasskeyEvent.RefreshTokenRevoked(ADA, "web"),
                new PasskeyEvent.Refused("login", "web", Refusal.WEBAUTHN, "assertion refused"));
        List<PasskeyEvent> heard = new ArrayList<>();
        EventLog log = new EventLog(heard::add);

        events.forEach(log::happened);

        assertThat(heard).isEqualTo(events);
        assertThat(capture.lines())
                .containsExactly(
                        "event=signed_up realm=members account=4711 passkey=dev_1 client=web",
                        "event=signed_in realm=members account=4711 passkey=dev_1 client=web",
                        "event=enrolled realm=members account=4711 passkey=dev_2 client=",
                        "event=renamed realm=members account=4711 passkey=dev_2 client=",
                        "event=removed realm=members account=4711 passkey=dev_2 client=",
                        "event=counter_fell realm=members account=4711 passkey=dev_1",
                        "event=refresh_token_reused realm=members account=4711 client=web",
                        "event=refresh_token_revoked realm=members account=4711 client=web",
                        "event=refused ceremony=login client=web refusal=WEBAUTHN reason=\"assertion refused\"");
    }

    @Test
    void reasonCannotForgeALineOrFillTheLog() {
        EventLog log = new EventLog(event -> {});

        log.happened(new PasskeyEvent.Refused(
                "login", "web", Refusal.WEBAUTHN, "x\r\nevent=\"signed_in\"\u0085\u2028\u0000y"));
        log.happened(new PasskeyEvent.Refused("login", "web", Refusal.WEBAUTHN, "x".repeat(60_000)));

        assertThat(capture.lines()).hasSize(2).allMatch(line -> line.length() < 400);
        assertThat(capture.lines().get(0))
                .doesNotContain("\n", "\r", "\u0085", "\u2028", "\u0000")
                .doesNotContain("\"signed_in\"");
    }

    @Test
    void listenerThatFailsHarmsNobody() {
        EventLog log = new EventLog(event -> {
            throw new IllegalStateException("listener");
        });

        log.happened(new PasskeyEvent.Enrolled(ADA, "dev_2"));

        assertThat(capture.lines()).hasSize(2);
        assertThat(capture.lines().get(1)).startsWith("event=listener_failed");
    }
}
