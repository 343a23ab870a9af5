package dev.latchkey.event;

import java.util.Map;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A {@link PasskeyEvent} in a flight recording. */
@Name("dev.latchkey.PasskeyEvent")
@Label("Passkey Event")
@Category("Latchkey")
@Description("Something that happened to accounts and passkeys")
@StackTrace(false)
final class RecordedEvent extends Event {
    @Label("Event")
    @Nullable
    String event;

    @Label("Activity")
    @Nullable
    String activity;

    @Label("Refusal")
    @Nullable
    String refusal;

    @Label("Reason")
    @Nullable
    String reason;

    @Label("Realm")
    @Nullable
    String realm;

    @Label("Account")
    @Nullable
    String account;

    @Label("Passkey")
    @Nullable
    String passkey;

    @Label("Session")
    @Nullable
    String session;

    @Label("Client")
    @Nullable
    String client;

    @Label("Domain")
    @Nullable
    String domain;

    @Label("Origin")
    @Nullable
    String origin;

    @Label("Remote Address")
    @Nullable
    String address;

    void fill(PasskeyEvent happened) {
        Map<String, String> fields = EventFields.of(happened);
        event = fields.get("event");
        activity = fields.get("activity");
        refusal = fields.get("refusal");
        reason = fields.get("reason");
        realm = fields.get("realm");
        account = fields.get("account");
        passkey = fields.get("passkey");
        session = fields.get("session");
        client = fields.get("client");
        domain = fields.get("domain");
        origin = fields.get("origin");
        address = fields.get("address");
    }
}
