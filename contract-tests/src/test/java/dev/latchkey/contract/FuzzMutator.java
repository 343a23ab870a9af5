package dev.latchkey.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes bad requests of good ones: in bytes, in the JSON of the body and of what is encoded in it, in CBOR, in the parts of tokens, in headers
 * and addresses. The same random source makes the same requests.
 */
final class FuzzMutator {
    private static final Pattern JSON_VALUE =
            Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|-?\\d+(?:\\.\\d+)?|true|false|null|\\[[^\\[\\]]*]");
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9_-]{16,}");
    private static final List<String> HEADERS = List.of(
            "Authorization",
            "DPoP",
            "Origin",
            "Content-Type",
            "Cookie",
            "User-Agent",
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "Access-Control-Request-Method");
    private static final List<String> METHODS =
            List.of("GET", "POST", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "PUT", "", "\u0000");

    private final Random random;

    FuzzMutator(Random random) {
        this.random = random;
    }

    /** The request with one to three faults. */
    FuzzRequest mutate(FuzzRequest good) {
        FuzzRequest bad = good;
        for (int faults = 1 + random.nextInt(3); faults > 0; faults--) {
            bad = fault(bad);
        }
        return bad;
    }

    private FuzzRequest fault(FuzzRequest request) {
        int kind = random.nextInt(20);
        if (kind == 0) {
            return request.withMethod(METHODS.get(random.nextInt(METHODS.size())));
        }
        if (kind == 1) {
            return request.withTarget(target(request.target()));
        }
        if (kind == 2) {
            return request.withHost(
                    random.nextBoolean() ? FuzzTexts.text(random) : "localhost" + FuzzTexts.text(random));
        }
        if (kind < 8 || request.content().length() == 0) {
            return header(request);
        }
        return request.withContent(content(request.content().toArray()));
    }

    private String target(String target) {
        int at = 1 + random.nextInt(target.length());
        return switch (random.nextInt(4)) {
            case 0 -> target.substring(0, at);
            case 1 -> target.substring(0, at) + FuzzTexts.text(random) + target.substring(at);
            case 2 -> target + "?" + FuzzTexts.text(random) + "=" + FuzzTexts.text(random);
            default -> target.replace("%7C", "|") + FuzzTexts.text(random);
        };
    }

    private FuzzRequest header(FuzzRequest request) {
        String name = HEADERS.get(random.nextInt(HEADERS.size()));
        String value = request.header(name).orElse("");
        if (value.isEmpty()) {
            return request.with(name, FuzzTexts.text(random));
        }
        return request.with(
                name,
                switch (random.nextInt(5)) {
                    case 0 -> FuzzTexts.text(random);
                    case 1 -> value + ", " + value;
                    case 2 -> value + FuzzTexts.text(random);
                    case 3 -> new String(bytes(value.getBytes(ISO_8859_1)), ISO_8859_1);
                    default -> encoded(value);
                });
    }

    private byte[] content(byte[] content) {
        String text = new String(content, UTF_8);
        return switch (random.nextInt(6)) {
            case 0 -> bytes(content);
            case 1, 2 -> structure(text).getBytes(UTF_8);
            default -> encoded(text).getBytes(UTF_8);
        };
    }

    /** Another value of another type in the place of one, or that one twice, or not at all. */
    private String structure(String json) {
        List<MatchResult> values = JSON_VALUE.matcher(json).results().toList();
        if (values.isEmpty()) {
            return FuzzTexts.value(random);
        }
        MatchResult one = values.get(random.nextInt(values.size()));
        String before = json.substring(0, one.start());
        String after = json.substring(one.end());
        return switch (random.nextInt(6)) {
            case 0 -> before + "\"" + FuzzTexts.text(random).replace("\"", "\\\"") + "\"" + after;
            case 1 -> before + one.group() + "," + one.group() + after;
            case 2 -> before + after;
            case 3 -> before + "\"x\":" + FuzzTexts.value(random) + "," + one.group() + after;
            default -> before + FuzzTexts.value(random) + after;
        };
    }

    /** A fault inside one of the texts that are base64url: client data, attestation objects, keys, signatures, parts of tokens. */
    private String encoded(String text) {
        List<MatchResult> parts =
                new ArrayList<>(ENCODED.matcher(text).results().toList());
        if (parts.isEmpty()) {
            return structure(text);
        }
        MatchResult part = parts.get(random.nextInt(parts.size()));
        byte[] decoded;
        try {
            decoded = Base64.getUrlDecoder().decode(part.group());
        } catch (IllegalArgumentException notEncoded) {
            return text.substring(0, part.start()) + FuzzTexts.text(random) + text.substring(part.end());
        }
        boolean json = decoded.length > 0 && decoded[0] == '{';
        byte[] bad = json && random.nextInt(4) > 0
                ? structure(new String(decoded, UTF_8)).getBytes(UTF_8)
                : bytes(decoded);
        return text.substring(0, part.start())
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bad)
                + text.substring(part.end());
    }

    private byte[] bytes(byte[] good) {
        if (good.length == 0) {
            return new byte[] {FuzzTexts.head(random)};
        }
        int at = random.nextInt(good.length);
        byte[] bad = good.clone();
        switch (random.nextInt(7)) {
            case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bad[at] = (byte) random.nextInt();
            case 2 -> bad[at] = FuzzTexts.head(random);
            case 3 -> Arrays.fill(bad, at, Math.min(bad.length, at + 8), (byte) (random.nextBoolean() ? 0xff : 0x00));
            case 4 -> bad = Arrays.copyOf(good, at);
            case 5 -> bad = twice(good, at);
            default -> bad = nested(good, at);
        }
        return bad;
    }

    private static byte[] twice(byte[] good, int at) {
        byte[] bad = Arrays.copyOf(good, good.length + at);
        System.arraycopy(good, 0, bad, good.length, at);
        return bad;
    }

    /** Arrays in arrays, as CBOR writes them. */
    private byte[] nested(byte[] good, int at) {
        byte[] bad = new byte[good.length + 1 + random.nextInt(2000)];
        Arrays.fill(bad, (byte) (random.nextBoolean() ? 0x81 : 0x9f));
        System.arraycopy(good, 0, bad, 0, at);
        System.arraycopy(good, at, bad, bad.length - (good.length - at), good.length - at);
        return bad;
    }
}
