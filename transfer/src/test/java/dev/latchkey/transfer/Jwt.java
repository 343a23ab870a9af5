package dev.latchkey.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.json.Json;
import dev.latchkey.passkey.Bytes;

/** What a token says; who signed it is looked at elsewhere. */
final class Jwt {
    private Jwt() {}

    static JsonNode claims(String token) {
        String payload = token.split("\\.", -1)[1];
        return Json.parseObject(Bytes.fromBase64Url(payload).toArray()).orElseThrow();
    }
}
