package dev.latchkey.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Request bodies. */
final class Bodies {
    private Bodies() {}

    /** An object of string members: name, value, name, value … */
    static ObjectNode of(String... namesAndValues) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return body;
    }

    static ObjectNode enrollment(boolean useExcludeCredentials) {
        return of("type", "passkey").put("use_exclude_credentials", useExcludeCredentials);
    }
}
