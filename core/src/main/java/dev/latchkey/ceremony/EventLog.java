package dev.latchkey.ceremony;

import dev.latchkey.account.AccountRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each event to the log once, in one line of {@code key=value} pairs, then hands it to the host's listener. Thread-safe. */
public final class EventLog implements PasskeyEvents {
    private static final Logger LOG = LoggerFactory.getLogger("dev.latchkey.events");
    private static final int MAX_REASON_CHARS = 300;

    private final PasskeyEvents host;

    public EventLog(PasskeyEvents host) {
        this.host = host;
    }

    @Override
    public void happened(PasskeyEvent event) {
        log(event);
        try {
            host.happened(event);
        } catch (RuntimeException e) {
            LOG.error("event=listener_failed listener={}", host.getClass().getName(), e);
        }
    }

    private static void log(PasskeyEvent event) {
        if (event instanceof PasskeyEvent.SignedUp signedUp) {
            passkey("signed_up", signedUp.owner(), signedUp.passkeyId(), signedUp.clientId());
        } else if (event instanceof PasskeyEvent.SignedIn signedIn) {
            passkey("signed_in", signedIn.owner(), signedIn.passkeyId(), signedIn.clientId());
        } else if (event instanceof PasskeyEvent.Enrolled enrolled) {
            passkey("enrolled", enrolled.owner(), enrolled.passkeyId(), "");
        } else if (event instanceof PasskeyEvent.Renamed renamed) {
            passkey("renamed", renamed.owner(), renamed.passkeyId(), "");
        } else if (event instanceof PasskeyEvent.Removed removed) {
            passkey("removed", removed.owner(), removed.passkeyId(), "");
        } else if (event instanceof PasskeyEvent.CounterFell fell) {
            AccountRef owner = fell.owner();
            LOG.warn(
                    "event=counter_fell realm={} account={} passkey={}",
                    owner.realm(),
                    oneLine(owner.id()),
                    fell.passkeyId());
        } else if (event instanceof PasskeyEvent.RefreshTokenReused reused) {
            AccountRef owner = reused.owner();
            LOG.warn(
                    "event=refresh_token_reused realm={} account={} client={}",
                    owner.realm(),
                    oneLine(owner.id()),
                    reused.clientId());
        } else if (event instanceof PasskeyEvent.RefreshTokenRevoked revoked) {
            AccountRef owner = revoked.owner();
            LOG.info(
                    "event=refresh_token_revoked realm={} account={} client={}",
                    owner.realm(),
                    oneLine(owner.id()),
                    revoked.clientId());
        } else if (event instanceof PasskeyEvent.Refused refused) {
            LOG.info(
                    "event=refused ceremony={} client={} refusal={} reason=\"{}\"",
                    refused.ceremony(),
                    refused.clientId(),
                    refused.refusal(),
                    oneLine(refused.reason()));
        }
    }

    private static void passkey(String event, AccountRef owner, String passkeyId, String clientId) {
        LOG.info(
                "event={} realm={} account={} passkey={} client={}",
                event,
                owner.realm(),
                oneLine(owner.id()),
                passkeyId,
                clientId);
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\"]+", " ");
        return line.length() <= MAX_REASON_CHARS ? line : line.substring(0, MAX_REASON_CHARS) + "…";
    }
}
