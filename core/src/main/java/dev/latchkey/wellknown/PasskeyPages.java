package dev.latchkey.wellknown;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.config.PasskeyEndpoints;
import dev.latchkey.json.Json;

/** {@code /.well-known/passkey-endpoints}: where people add and manage passkeys (W3C Passkey Endpoints §3.1). */
public final class PasskeyPages {
    private PasskeyPages() {}

    /** The document for these pages; what there is not has no member. */
    public static ObjectNode of(PasskeyEndpoints pages) {
        ObjectNode json = Json.object();
        pages.enroll().ifPresent(url -> json.put("enroll", url));
        pages.manage().ifPresent(url -> json.put("manage", url));
        return json;
    }
}
