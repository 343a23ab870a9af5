package dev.latchkey.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Looks into tokens. */
final class Jwt {
    private Jwt() {}

    static JsonNode claims(JsonNode token) {
        String payload = token.textValue().split("\\.", -1)[1];
        return SdkResult.json(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }
}
