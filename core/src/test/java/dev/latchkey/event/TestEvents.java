package dev.latchkey.event;

import dev.latchkey.account.AccountRef;
import dev.latchkey.account.IdentifierType;
import dev.latchkey.passkey.BackupState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One event of each kind. */
public final class TestEvents {
    static final AccountRef ADA = new AccountRef("members", "4711");
    static final PasskeyDetails PASSKEY = new PasskeyDetails(
            "dev_1", UUID.fromString("ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4"), BackupState.BACKED_UP, true);

    private TestEvents() {}

    public static List<PasskeyEvent> oneOfEachKind() {
        return List.of(
                new PasskeyEvent.SignedUp(
                        at(Activity.SIGNUP),
                        ADA,
                        PASSKEY,
                        List.of(IdentifierType.EMAIL, IdentifierType.PHONE_NUMBER),
                        "sid-1"),
                new PasskeyEvent.SignedIn(at(Activity.LOGIN), ADA, PASSKEY, "sid-2"),
                new PasskeyEvent.SignedOut(at(Activity.LOGOUT), ADA),
                new PasskeyEvent.Enrolled(at(Activity.ENROLLMENT), ADA, PASSKEY),
                new PasskeyEvent.Renamed(at(Activity.RENAME), ADA, "dev_1"),
                new PasskeyEvent.Removed(at(Activity.REMOVAL), ADA, "dev_1"),
                new PasskeyEvent.AllRevoked(at(Activity.RECOVERY), ADA, 2),
                new PasskeyEvent.CounterFell(at(Activity.LOGIN), ADA, "dev_1", 41, 40),
                new PasskeyEvent.RefreshTokenReused(at(Activity.REFRESH), ADA, "sid-2"),
                new PasskeyEvent.RefreshTokenRevoked(at(Activity.REVOCATION), ADA, "sid-2"),
                refused("assertion refused: bad signature"));
    }

    public static PasskeyEvent refused(String reason) {
        return new PasskeyEvent.Refused(
                at(Activity.LOGIN), Refusal.WEBAUTHN, reason, Optional.of(ADA), Optional.of("dev_1"));
    }

    static Occasion at(Activity activity) {
        return at(activity, "Mozilla/5.0 (X11)");
    }

    static Occasion at(Activity activity, String ofStranger) {
        return new Occasion(
                Instant.parse("2026-05-04T03:02:01Z"),
                activity,
                Optional.of("auth.example.com"),
                Optional.of("auth.example.com"),
                Optional.of("web"),
                Optional.of("https://www.example.com"),
                Optional.of("203.0.113.7"),
                Optional.of(ofStranger));
    }
}
