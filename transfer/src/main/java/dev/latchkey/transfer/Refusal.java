package dev.latchkey.transfer;

import dev.latchkey.passkey.Bytes;
import java.util.Optional;

/**
 * A row that is not imported.
 *
 * @param row which one in its source, from 1
 * @param credential the beginning of its credential id in base64url; empty where it could not be read
 * @param reason why
 * @param detail what exactly is wrong; names no person and quotes no key
 */
public record Refusal(long row, Optional<String> credential, RefusalReason reason, Optional<String> detail) {
    private static final int CREDENTIAL_CHARS = 12;

    static Refusal of(Row.Unreadable row) {
        return new Refusal(row.number(), Optional.empty(), RefusalReason.MALFORMED, Optional.of(row.fault()));
    }

    static Refusal of(Row.Read row, RefusalReason reason, Optional<String> detail) {
        return new Refusal(row.number(), Optional.of(shortened(row.passkey().credentialId())), reason, detail);
    }

    private static String shortened(Bytes credentialId) {
        String text = credentialId.toBase64Url();
        return text.length() <= CREDENTIAL_CHARS ? text : text.substring(0, CREDENTIAL_CHARS) + "…";
    }

    /** One line for the report. */
    @Override
    public String toString() {
        return "row " + row + credential.map(id -> ", credential " + id).orElse("") + ": " + reason.description()
                + detail.map(text -> ": " + text).orElse("");
    }
}
