package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;

/** What creation and request options have in common. */
final class Options {

    private Options() {}

    static Bytes binary(JsonNode options, String pointer) {
        JsonNode member = options.at(pointer);
        if (!member.isTextual()) {
            throw new IllegalArgumentException("options lack the base64url text " + pointer + ": " + options);
        }
        return Bytes.fromBase64Url(member.textValue());
    }

    static Set<Bytes> credentialIds(JsonNode descriptors) {
        Set<Bytes> ids = new LinkedHashSet<>();
        for (JsonNode descriptor : descriptors) {
            ids.add(binary(descriptor, "/id"));
        }
        return ids;
    }

    /** The rpId, by default the origin's host; a web origin must be of that domain (section 5.1.3, step 8). */
    static String rpId(JsonNode member, String origin) {
        URI uri = URI.create(origin);
        if (uri.getHost() == null) {
            if (!member.isTextual()) {
                throw new IllegalArgumentException("options without an rpId, and " + origin + " has no host");
            }
            return member.textValue();
        }
        String rpId = member.asText(uri.getHost());
        if (!uri.getHost().equals(rpId) && !uri.getHost().endsWith("." + rpId)) {
            throw new AuthenticatorException(DomError.SECURITY, origin + " may not use the rpId " + rpId);
        }
        return rpId;
    }
}
