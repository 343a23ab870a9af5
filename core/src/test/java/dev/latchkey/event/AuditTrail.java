package dev.latchkey.event;

import dev.latchkey.account.AccountRef;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The listener that docs/events.md shows. */
public final class AuditTrail implements PasskeyEvents {
    private final List<String> entries = new CopyOnWriteArrayList<>();

    @Override
    public void happened(PasskeyEvent event) {
        Occasion occasion = event.occasion();
        if (event instanceof PasskeyEvent.SignedIn in) {
            add(occasion, in.account(), "signed in with " + in.passkey().id());
        } else if (event instanceof PasskeyEvent.Removed removed) {
            add(occasion, removed.account(), "removed " + removed.passkeyId());
        } else if (event instanceof PasskeyEvent.RefreshTokenReused reused) {
            add(occasion, reused.account(), "had a token of sign-in " + reused.sessionId() + " used twice");
        }
    }

    private void add(Occasion occasion, AccountRef account, String what) {
        String from = occasion.remoteAddress().orElse("an unknown address");
        entries.add(occasion.time() + " " + account.id() + " " + what + " from " + from);
    }

    public List<String> entries() {
        return List.copyOf(entries);
    }
}
