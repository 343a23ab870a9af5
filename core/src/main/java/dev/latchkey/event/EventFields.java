package dev.latchkey.event;

import dev.latchkey.account.AccountRef;
import dev.latchkey.account.IdentifierType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An event as names and texts, in the order of the log line; what is not known is not there. */
final class EventFields {
    private final Map<String, String> fields = new LinkedHashMap<>();

    private EventFields() {}

    static Map<String, String> of(PasskeyEvent event) {
        EventFields made = new EventFields();
        made.put("event", event.name());
        made.put("activity", event.occasion().activity().wireName());
        made.own(event);
        made.add(event.occasion());
        return made.fields;
    }

    static String name(PasskeyEvent event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    private void own(PasskeyEvent event) {
        if (event instanceof PasskeyEvent.SignedUp up) {
            add(up.account(), up.passkey());
            put("session", up.sessionId());
            put(
                    "identifiers",
                    up.identifiers().stream()
                            .map(IdentifierType::member)
                            .map(member -> member.wireName())
                            .collect(Collectors.joining(",")));
        } else if (event instanceof PasskeyEvent.SignedIn in) {
            add(in.account(), in.passkey());
            put("session", in.sessionId());
        } else if (event instanceof PasskeyEvent.SignedOut out) {
            add(out.account());
        } else if (event instanceof PasskeyEvent.Enrolled enrolled) {
            add(enrolled.account(), enrolled.passkey());
        } else if (event instanceof PasskeyEvent.Renamed renamed) {
            add(renamed.account(), renamed.passkeyId());
        } else if (event instanceof PasskeyEvent.Removed removed) {
            add(removed.account(), removed.passkeyId());
        } else if (event instanceof PasskeyEvent.AllRevoked revoked) {
            add(revoked.account());
            put("passkeys", String.valueOf(revoked.passkeys()));
        } else if (event instanceof PasskeyEvent.CounterFell fell) {
            add(fell.account(), fell.passkeyId());
            put("stored", String.valueOf(fell.stored()));
            put("told", String.valueOf(fell.told()));
        } else if (event instanceof PasskeyEvent.RefreshTokenReused reused) {
            add(reused.account());
            put("session", reused.sessionId());
        } else if (event instanceof PasskeyEvent.RefreshTokenRevoked revoked) {
            add(revoked.account());
            put("session", revoked.sessionId());
        } else if (event instanceof PasskeyEvent.Refused refused) {
            put("refusal", refused.refusal().wireName());
            put("reason", refused.reason());
            refused.account().ifPresent(this::add);
            put("passkey", refused.passkeyId());
        }
    }

    private void add(Occasion occasion) {
        put("client", occasion.clientId());
        put("domain", occasion.domain());
        put("rp_id", occasion.rpId());
        put("origin", occasion.origin());
        put("address", occasion.remoteAddress());
        put("user_agent", occasion.userAgent());
        put("time", occasion.time().toString());
    }

    private void add(AccountRef account) {
        put("realm", account.realm());
        put("account", account.id());
    }

    private void add(AccountRef account, String passkeyId) {
        add(account);
        put("passkey", passkeyId);
    }

    private void add(AccountRef account, PasskeyDetails passkey) {
        add(account, passkey.id());
        put("aaguid", passkey.aaguid().toString());
        put("backup", passkey.backup().name().toLowerCase(Locale.ROOT));
        put("user_verified", String.valueOf(passkey.userVerified()));
    }

    private void put(String name, Optional<String> value) {
        value.ifPresent(text -> put(name, text));
    }

    private void put(String name, String value) {
        fields.put(name, value);
    }
}
