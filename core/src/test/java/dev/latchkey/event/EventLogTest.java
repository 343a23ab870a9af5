package dev.latchkey.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.LogCapture;
import dev.latchkey.account.AccountRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLogTest {
    private static final String WHO = "realm=members account=4711";
    private static final String FACTS =
            "passkey=dev_1 aaguid=ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4 backup=backed_up user_verified=true";
    private static final String WHERE = " client=web domain=auth.example.com rp_id=auth.example.com"
            + " origin=https://www.example.com address=203.0.113.7 user_agent=\"Mozilla/5.0 (X11)\""
            + " time=2026-05-04T03:02:01Z";

    private final EventLog log = new EventLog();
    private final LogCapture capture = new LogCapture();

    @AfterEach
    void stopCapturing() {
        capture.close();
    }

    @Test
    void everyEventIsOneLine() {
        TestEvents.oneOfEachKind().forEach(log::happened);

        assertThat(capture.lines())
                .allMatch(line -> line.endsWith(WHERE))
                .extracting(line -> line.substring(0, line.length() - WHERE.length()))
                .containsExactly(
                        "event=signed_up activity=signup " + WHO + " " + FACTS
                                + " session=sid-1 identifiers=email,phone_number",
                        "event=signed_in activity=login " + WHO + " " + FACTS + " session=sid-2",
                        "event=signed_out activity=logout " + WHO,
                        "event=enrolled activity=enrollment " + WHO + " " + FACTS,
                        "event=renamed activity=rename " + WHO + " passkey=dev_1",
                        "event=removed activity=removal " + WHO + " passkey=dev_1",
                        "event=all_revoked activity=recovery " + WHO + " passkeys=2",
                        "event=counter_fell activity=login " + WHO + " passkey=dev_1 stored=41 told=40",
                        "event=refresh_token_reused activity=refresh " + WHO + " session=sid-2",
                        "event=refresh_token_revoked activity=revocation " + WHO + " session=sid-2",
                        "event=refused activity=login refusal=webauthn reason=\"assertion refused: bad signature\" "
                                + WHO + " passkey=dev_1");
    }

    @Test
    void whatNeedsSomebodysEyesIsAWarning() {
        TestEvents.oneOfEachKind().forEach(log::happened);

        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < capture.lines().size(); i++) {
            if (capture.levels().get(i).equals(Level.WARNING)) {
                warnings.add(capture.lines().get(i).split(" ", 2)[0]);
            }
        }
        assertThat(warnings).containsExactly("event=counter_fell", "event=refresh_token_reused");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        log.happened(new PasskeyEvent.Refused(
                Occasion.of(TestEvents.at(Activity.TOKEN).time(), Activity.TOKEN),
                Refusal.HOST,
                "unknown",
                Optional.empty(),
                Optional.empty()));

        assertThat(capture.lines())
                .containsExactly("event=refused activity=token refusal=host reason=unknown time=2026-05-04T03:02:01Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nevent=signed_in",
                "x\" event=\"signed_in",
                "x\u0085event=signed_in",
                "x\u2028event=signed_in\u2029y",
                "x\u0000\u001b[2J event=signed_in",
                "x\u202eni_dengis=tneve\u200b",
                "x\\\" event=signed_in"
            })
    void strangersCannotForgeALineOrAField(String hostile) {
        log.happened(TestEvents.refused(hostile));
        log.happened(new PasskeyEvent.SignedOut(TestEvents.at(Activity.LOGOUT, hostile), TestEvents.ADA));
        log.happened(new PasskeyEvent.SignedOut(TestEvents.at(Activity.LOGOUT), new AccountRef(hostile, hostile)));

        assertThat(capture.lines()).hasSize(3).allSatisfy(line -> {
            assertThat(line.chars()).allMatch(each -> each >= ' ' && each <= '~');
            assertThat(line.replaceAll("\"[^\"]*\"", "")).doesNotContain("\"").doesNotContain("signed_in");
        });
    }

    @Test
    void strangersCannotFillTheLog() {
        log.happened(TestEvents.refused("x".repeat(60_000)));
        log.happened(new PasskeyEvent.SignedOut(TestEvents.at(Activity.LOGOUT, "x y".repeat(60_000)), TestEvents.ADA));

        assertThat(capture.lines()).hasSize(2).allMatch(line -> line.length() < 800);
    }

    @Test
    void listenersOwnCopyIsHarmlessToo() {
        PasskeyEvent.Refused event = (PasskeyEvent.Refused) TestEvents.refused("x\r\ny" + "z".repeat(60_000));

        assertThat(event.reason()).startsWith("x yzz").endsWith("…").hasSize(300);
        assertThat(TestEvents.at(Activity.LOGIN, "a\r\nb").userAgent()).contains("a b");
    }
}
