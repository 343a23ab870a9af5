package dev.latchkey.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.Json;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Passkey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** A passkey as the My Account API shows it. */
final class PasskeyJson {
    private static final String ID_PREFIX = "passkey|";
    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private PasskeyJson() {}

    static ObjectNode of(Passkey passkey) {
        ObjectNode json = Json.object().put("id", id(passkey)).put("type", "passkey");
        passkey.name().ifPresent(name -> json.put("name", name));
        json.put("created_at", time(passkey.createdAt()));
        passkey.lastUsedAt().ifPresent(time -> json.put("last_auth_at", time(time)));
        json.putArray("usage").add("primary");
        json.put("credential_device_type", passkey.backup().eligible() ? "multi_device" : "single_device");
        json.put("credential_backed_up", passkey.backup() == BackupState.BACKED_UP);
        json.put("identity_user_id", passkey.accountId());
        json.put("key_id", passkey.credentialId().toBase64Url());
        json.put(
                "public_key",
                Base64.getEncoder().encodeToString(passkey.publicKey().toArray()));
        json.put("user_handle", passkey.userHandle().toBase64Url());
        passkey.transports().forEach(json.putArray("transports")::add);
        passkey.userAgent().ifPresent(userAgent -> json.put("user_agent", userAgent));
        json.put("aaguid", passkey.aaguid().toString());
        json.put("relying_party_id", passkey.rpId());
        return json;
    }

    /** The id on the wire, as a path carries it. */
    static String encodedId(Passkey passkey) {
        return id(passkey).replace("|", "%7C");
    }

    /** Our own id of the passkey, of an id on the wire; what is no id of ours names nothing. */
    static String passkeyId(String id) {
        return id.startsWith(ID_PREFIX) ? id.substring(ID_PREFIX.length()) : "";
    }

    private static String id(Passkey passkey) {
        return ID_PREFIX + passkey.id();
    }

    private static String time(Instant instant) {
        return RFC_3339.format(instant);
    }
}
