package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Options as the signup and login challenges give them. */
final class TestOptions {

    static final String ORIGIN = "https://auth.example.com";
    static final String RP_ID = "auth.example.com";
    static final Bytes CHALLENGE = Bytes.utf8("a challenge of thirty-two bytes!");
    static final Bytes USER_ID = Bytes.utf8("user-1");

    private TestOptions() {}

    static ObjectNode creation() {
        return creation(-8, -7, -257);
    }

    static ObjectNode creation(long... algorithms) {
        ObjectNode options =
                Json.object().put("challenge", CHALLENGE.base64Url()).put("timeout", 60_000);
        options.putObject("rp").put("id", RP_ID).put("name", RP_ID);
        options.putObject("user")
                .put("id", USER_ID.base64Url())
                .put("name", "ada@example.com")
                .put("displayName", "Ada");
        for (long algorithm : algorithms) {
            options.withArray("/pubKeyCredParams")
                    .addObject()
                    .put("type", "public-key")
                    .put("alg", algorithm);
        }
        options.putObject("authenticatorSelection")
                .put("residentKey", "required")
                .put("userVerification", "required");
        return options;
    }

    static ObjectNode request() {
        return Json.object()
                .put("challenge", CHALLENGE.base64Url())
                .put("timeout", 60_000)
                .put("rpId", RP_ID)
                .put("userVerification", "required");
    }
}
