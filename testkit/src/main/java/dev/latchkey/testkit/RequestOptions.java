package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What an authenticator heeds of {@code PublicKeyCredentialRequestOptionsJSON} (section 5.1.10). */
record RequestOptions(Bytes challenge, String rpId, Set<Bytes> allowed) {

    static RequestOptions read(JsonNode options, String origin) {
        return new RequestOptions(
                Options.binary(options, "/challenge"),
                Options.rpId(options.path("rpId"), origin),
                Options.credentialIds(options.path("allowCredentials")));
    }

    boolean fits(SoftwareCredential credential) {
        return credential.rpId().equals(rpId)
                && (allowed.isEmpty() ? credential.discoverable() : allowed.contains(credential.id()));
    }
}
