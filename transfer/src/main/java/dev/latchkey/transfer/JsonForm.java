package dev.latchkey.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.Json;
import dev.latchkey.passkey.BackupState;
import dev.latchkey.passkey.Bytes;
import java.util.List;
import java.util.UUID;

/** A passkey as one JSON object, version 1; {@code docs/import-export.md} describes it member by member. */
final class JsonForm {
    private static final int VERSION = 1;

    private JsonForm() {}

    /** @throws IllegalArgumentException naming the member that is missing, unknown or not what it has to be */
    static PasskeyRecord read(ObjectNode json) {
        JsonMembers members = new JsonMembers(json);
        if (members.number("version", 0) != VERSION) {
            throw new IllegalArgumentException("version must be " + VERSION);
        }
        PasskeyRecordBuilder passkey = PasskeyRecord.of(
                        account(members.object("account")),
                        members.bytes("credential_id"),
                        members.bytes("user_handle"),
                        members.bytes("public_key"))
                .signCount(members.number("sign_count", 0))
                .transports(members.strings("transports"));
        members.flag("backup_eligible")
                .ifPresent(eligible ->
                        passkey.backup(eligible, members.flag("backed_up").orElse(false)));
        members.text("realm").ifPresent(passkey::realm);
        members.text("rp_id").ifPresent(passkey::rpId);
        members.text("aaguid").map(JsonForm::uuid).ifPresent(passkey::aaguid);
        members.text("name").ifPresent(passkey::name);
        members.text("user_agent").ifPresent(passkey::userAgent);
        members.time("created_at").ifPresent(passkey::createdAt);
        members.time("last_used_at").ifPresent(passkey::lastUsedAt);
        members.refuseOthers("backed_up");
        return passkey.build();
    }

    /** The member {@code account}: one name, of one kind. */
    static AccountKey account(ObjectNode json) {
        JsonMembers members = new JsonMembers(json);
        List<AccountKey> keys = List.of(AccountKey.Kind.values()).stream()
                .flatMap(kind -> members.text(kind.member()).map(kind::of).stream())
                .toList();
        members.refuseOthers();
        if (keys.size() != 1) {
            throw new IllegalArgumentException(
                    "account must have one of id, principal_name, email, phone_number, username");
        }
        return keys.get(0);
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("aaguid must be a UUID", e);
        }
    }

    static ObjectNode write(PasskeyRecord passkey) {
        ObjectNode json = Json.object().put("version", VERSION);
        passkey.realm().ifPresent(realm -> json.put("realm", realm));
        AccountKey account = passkey.account();
        json.putObject("account").put(account.kind().member(), account.value());
        passkey.rpId().ifPresent(rpId -> json.put("rp_id", rpId));
        put(json, "credential_id", passkey.credentialId());
        put(json, "user_handle", passkey.userHandle());
        put(json, "public_key", passkey.publicKey());
        json.put("sign_count", passkey.signCount());
        passkey.backup().ifPresent(backup -> json.put("backup_eligible", backup.eligible())
                .put("backed_up", backup == BackupState.BACKED_UP));
        passkey.transports().forEach(json.putArray("transports")::add);
        json.put("aaguid", passkey.aaguid().toString());
        passkey.name().ifPresent(name -> json.put("name", name));
        passkey.userAgent().ifPresent(userAgent -> json.put("user_agent", userAgent));
        passkey.createdAt().ifPresent(time -> json.put("created_at", time.toString()));
        passkey.lastUsedAt().ifPresent(time -> json.put("last_used_at", time.toString()));
        return json;
    }

    private static void put(ObjectNode json, String member, Bytes bytes) {
        json.put(member, bytes.toBase64Url());
    }
}
