package dev.latchkey.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.json.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Locale;

/** Reads request bodies, bounded, in the media types that an endpoint takes. Thread-safe. */
final class BodyReader {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MAX_FORM_FIELDS = 64;

    private final int maxBytes;

    BodyReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    Members json(Exchange exchange) {
        return switch (mediaType(exchange)) {
            case JSON -> parseJson(body(exchange));
            default -> throw unsupported(JSON);
        };
    }

    Members jsonOrForm(Exchange exchange) {
        return switch (mediaType(exchange)) {
            case JSON -> parseJson(body(exchange));
            case FORM -> parseForm(body(exchange));
            default -> throw unsupported(JSON + " or " + FORM);
        };
    }

    /** The media type without parameters; of two header lines, none. */
    private static String mediaType(Exchange exchange) {
        String contentType = exchange.header("Content-Type").orElse("");
        if (contentType.indexOf(',') >= 0) {
            return "";
        }
        int semicolon = contentType.indexOf(';');
        String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        return type.trim().toLowerCase(Locale.ROOT);
    }

    /** A body that never comes whole, because the client is too slow for the container or gone, is the client's fault. */
    private byte[] body(Exchange exchange) {
        try {
            return exchange.body().bytes(maxBytes);
        } catch (BodyTooLargeException e) {
            throw ApiException.of(ErrorKind.CONTENT_TOO_LARGE, "The body is over " + maxBytes + " bytes.");
        } catch (IOException e) {
            throw ApiException.of(ErrorKind.INVALID_REQUEST, "The body did not come whole.");
        }
    }

    private static Members parseJson(byte[] body) {
        return new Members(Json.parseObject(body)
                .orElseThrow(() -> ApiException.of(
                        ErrorKind.INVALID_REQUEST,
                        "The body is not a JSON object, is nested too deeply, or repeats a member.")));
    }

    /** A field that stands twice is refused (RFC 6749 §3.2). */
    private static Members parseForm(byte[] body) {
        ObjectNode json = Json.object();
        String text = new String(body, UTF_8);
        String[] pairs = text.split("&", MAX_FORM_FIELDS + 1);
        if (pairs.length > MAX_FORM_FIELDS) {
            throw ApiException.of(ErrorKind.INVALID_REQUEST, "The form has over " + MAX_FORM_FIELDS + " fields.");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = decode(pair.substring(0, equals));
                if (json.has(name)) {
                    throw ApiException.of(ErrorKind.INVALID_REQUEST, "The form repeats a field.");
                }
                json.put(name, decode(pair.substring(equals + 1)));
            }
        }
        return new Members(json);
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiException.of(ErrorKind.INVALID_REQUEST, "The form is malformed.");
        }
    }

    private static ApiException unsupported(String supported) {
        return ApiException.of(ErrorKind.UNSUPPORTED_MEDIA_TYPE, "The body has to be " + supported + ".");
    }
}
