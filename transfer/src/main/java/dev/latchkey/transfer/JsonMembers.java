package dev.latchkey.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.passkey.Bytes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads members of an object and says by an {@link IllegalArgumentException} which one is wrong, without its value. Not thread-safe. */
final class JsonMembers {
    private final ObjectNode json;
    private final Set<String> known = new HashSet<>();

    JsonMembers(ObjectNode json) {
        this.json = json;
    }

    Optional<String> text(String member) {
        return node(member).map(node -> {
            require(node.isTextual(), member, "must be a string");
            return node.textValue();
        });
    }

    Bytes bytes(String member) {
        String text = text(member).orElseThrow(() -> new IllegalArgumentException(member + " is missing"));
        try {
            return Bytes.fromBase64Url(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(member + " must be unpadded base64url", e);
        }
    }

    /** Base64 in either alphabet, padded or not. */
    Bytes anyBase64(String member) {
        String text = text(member).orElseThrow(() -> new IllegalArgumentException(member + " is missing"));
        try {
            return Bytes.of(Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_')));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(member + " must be base64", e);
        }
    }

    long number(String member, long absent) {
        return node(member)
                .map(node -> {
                    require(node.isIntegralNumber() && node.canConvertToLong(), member, "must be a whole number");
                    return node.longValue();
                })
                .orElse(absent);
    }

    Optional<Boolean> flag(String member) {
        return node(member).map(node -> {
            require(node.isBoolean(), member, "must be true or false");
            return node.booleanValue();
        });
    }

    Optional<Instant> time(String member) {
        return text(member).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(member + " must be a time as in RFC 3339", e);
            }
        });
    }

    List<String> strings(String member) {
        List<String> strings = new ArrayList<>();
        node(member).ifPresent(node -> {
            require(node.isArray(), member, "must be an array of strings");
            for (JsonNode element : node) {
                require(element.isTextual(), member, "must be an array of strings");
                strings.add(element.textValue());
            }
        });
        return strings;
    }

    ObjectNode object(String member) {
        return node(member)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseThrow(() -> new IllegalArgumentException(member + " must be an object"));
    }

    /** Refuses members that nobody asked for, except these. */
    void refuseOthers(String... allowed) {
        known.addAll(List.of(allowed));
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("there is a member that the form does not know");
            }
        });
    }

    private Optional<JsonNode> node(String member) {
        known.add(member);
        return Optional.ofNullable(json.get(member));
    }

    private static void require(boolean holds, String member, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(member + " " + rule);
        }
    }
}
