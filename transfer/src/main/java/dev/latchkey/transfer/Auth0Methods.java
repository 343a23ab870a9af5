package dev.latchkey.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;

/**
 * Passkeys as Auth0's Management API and My Account API list them ({@code authentication-methods}), one object a line in UTF-8, each with
 * the member {@code account} of {@link JsonLines}' form added. Auth0 tells no signature counter; it is taken to be 0, from which every
 * counter rises.
 */
public final class Auth0Methods {
    private static final String PASSKEY = "passkey";

    private Auth0Methods() {}

    /** Reads a file, which stays the caller's to close. */
    public static PasskeySource source(InputStream utf8) {
        return JsonLines.source(utf8, Auth0Methods::read);
    }

    private static PasskeyRecord read(ObjectNode json) {
        JsonMembers members = new JsonMembers(json);
        if (!members.text("type").orElse("").equals(PASSKEY)) {
            throw new IllegalArgumentException("type must be passkey");
        }
        PasskeyRecordBuilder passkey = PasskeyRecord.of(
                        JsonForm.account(members.object("account")),
                        members.anyBase64("key_id"),
                        members.anyBase64("user_handle"),
                        members.anyBase64("public_key"))
                .transports(members.strings("transports"));
        members.text("credential_device_type")
                .map(Auth0Methods::eligible)
                .ifPresent(eligible -> passkey.backup(
                        eligible, members.flag("credential_backed_up").orElse(false)));
        members.text("relying_party_identifier")
                .or(() -> members.text("relying_party_id"))
                .ifPresent(passkey::rpId);
        members.text("aaguid").map(JsonForm::uuid).ifPresent(passkey::aaguid);
        members.text("name").ifPresent(passkey::name);
        members.text("user_agent").ifPresent(passkey::userAgent);
        members.time("created_at").ifPresent(passkey::createdAt);
        members.time("last_auth_at").ifPresent(passkey::lastUsedAt);
        return passkey.build();
    }

    private static boolean eligible(String deviceType) {
        return switch (deviceType) {
            case "multi_device" -> true;
            case "single_device" -> false;
            default ->
                throw new IllegalArgumentException("credential_device_type must be single_device or multi_device");
        };
    }
}
