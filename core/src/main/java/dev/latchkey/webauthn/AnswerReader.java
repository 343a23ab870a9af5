package dev.latchkey.webauthn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.passkey.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the members that both kinds of answer share, and says which one is wrong. */
final class AnswerReader {
    private final JsonNode answer;

    AnswerReader(JsonNode answer) {
        if (!answer.isObject()) {
            throw new MalformedAnswerException("", "must be an object");
        }
        this.answer = answer;
        if (!answer.path("type").asText().equals("public-key")) {
            throw new MalformedAnswerException("/type", "must be \"public-key\"");
        }
    }

    /** {@code id}, which {@code rawId} must repeat. */
    Bytes credentialId() {
        Bytes id = bytes("/id");
        if (!bytes("/rawId").equals(id)) {
            throw new MalformedAnswerException("/rawId", "must be the same as id");
        }
        return id;
    }

    Bytes bytes(String pointer) {
        return optionalBytes(pointer).orElseThrow(() -> new MalformedAnswerException(pointer, "is missing"));
    }

    Optional<Bytes> optionalBytes(String pointer) {
        JsonNode node = answer.at(pointer);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw new MalformedAnswerException(pointer, "must be a string");
        }
        try {
            return Optional.of(Bytes.fromBase64Url(node.textValue()));
        } catch (IllegalArgumentException e) {
            throw new MalformedAnswerException(pointer, "must be unpadded base64url");
        }
    }

    /** The strings of an optional array; those that are too long are left out, and so is what exceeds the greatest number. */
    List<String> strings(String pointer, int maxCount, int maxChars) {
        List<String> strings = new ArrayList<>();
        for (JsonNode node : answer.at(pointer)) {
            if (node.isTextual() && node.textValue().length() <= maxChars && strings.size() < maxCount) {
                strings.add(node.textValue());
            }
        }
        return strings;
    }
}
