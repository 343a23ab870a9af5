package dev.latchkey.webauthn;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.Stage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Client data that no ceremony may accept: every one as a bend, under a name that says what is wrong. */
final class ClientDataCases {
    private ClientDataCases() {}

    static Stream<Named<Bend>> refused() {
        return Stream.of(fields(), origins(), encodings()).flatMap(cases -> cases);
    }

    private static Stream<Named<Bend>> fields() {
        Bend bend = Bend.none();
        return Stream.of(
                Named.of("unknown type", bend.type("webauthn.other")),
                Named.of("type in upper case", bend.type("WEBAUTHN.GET")),
                Named.of("type missing", bend.withoutClientDataMember("type")),
                Named.of("type null", bend.clientDataMember("type", NullNode.getInstance())),
                Named.of("another challenge", bend.challenge("YW5vdGhlcg")),
                Named.of("challenge empty", bend.challenge("")),
                Named.of("challenge padded", bend.challenge(TestRelyingParty.CHALLENGE.toBase64Url() + "=")),
                Named.of(
                        "challenge cut short",
                        bend.challenge(TestRelyingParty.CHALLENGE.toBase64Url().substring(0, 42))),
                Named.of("challenge not ASCII", bend.challenge("\u00e4")),
                Named.of("challenge missing", bend.withoutClientDataMember("challenge")),
                Named.of("challenge a number", bend.clientDataMember("challenge", IntNode.valueOf(1))),
                Named.of("crossOrigin true", bend.crossOrigin(true)),
                Named.of("crossOrigin a text", bend.clientDataMember("crossOrigin", TextNode.valueOf("false"))),
                Named.of("crossOrigin null", bend.clientDataMember("crossOrigin", NullNode.getInstance())),
                Named.of("topOrigin alone", bend.topOrigin("https://shop.example")),
                Named.of("topOrigin of our own", bend.topOrigin(TestRelyingParty.ORIGIN)),
                Named.of("topOrigin null", bend.clientDataMember("topOrigin", NullNode.getInstance())),
                Named.of("crossOrigin with topOrigin", bend.crossOrigin(true).topOrigin("https://shop.example")),
                Named.of("tokenBinding present", bend.tokenBinding("present")),
                Named.of("tokenBinding supported", bend.tokenBinding("supported")),
                Named.of("tokenBinding a text", bend.clientDataMember("tokenBinding", TextNode.valueOf("present"))));
    }

    private static Stream<Named<Bend>> origins() {
        return Stream.of(
                        "https://evil-auth.example.com",
                        "https://auth.example.com.evil.example",
                        "https://evil.auth.example.com",
                        "https://example.com",
                        "https://auth.example.com:443",
                        "https://auth.example.com:8443",
                        "http://auth.example.com",
                        "HTTPS://auth.example.com",
                        "https://AUTH.example.com",
                        "https://auth.example.com/",
                        "https://auth.example.com.",
                        "https://auth.example.com@evil.example",
                        " https://auth.example.com",
                        "auth.example.com",
                        "android:apk-key-hash:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
                        "null",
                        "")
                .map(origin -> Named.of("origin <" + origin + ">", Bend.none().origin(origin)));
    }

    private static Stream<Named<Bend>> encodings() {
        return Stream.of(
                around("no bytes", ""),
                around("no JSON", "webauthn"),
                around("an array", "[{%s}]"),
                around("null", "null"),
                around("an object without members", "{}"),
                around("two types, the right one first", "{%s,\"type\":\"webauthn.other\"}"),
                around("two types, the right one last", "{\"type\":\"webauthn.other\",%s}"),
                around("two equal challenges", "{%s,%s}"),
                around("two origins", "{%s,\"origin\":\"https://evil.example\"}"),
                around("another value behind", "{%s}{}"),
                around("nested 17 deep", "{%s,\"extra\":" + "[".repeat(16) + "]".repeat(16) + "}"),
                around("nested 10,000 deep", "{%s,\"extra\":" + "[".repeat(10_000)),
                around("not a number", "{%s,\"extra\":NaN}"),
                around("a comment", "{%s/* */}"),
                raw("UTF-16", "{}".getBytes(UTF_16BE)),
                raw("no UTF-8", (byte) '{', (byte) '"', (byte) 0xc3, (byte) '"', (byte) ':', (byte) '1', (byte) '}'));
    }

    /** A shape whose {@code %s} is the members of honest client data. */
    private static Named<Bend> around(String name, String shape) {
        return Named.of(
                name,
                Bend.none().at(Stage.CLIENT_DATA_JSON, honest -> Bytes.utf8(shape.replace("%s", members(honest)))));
    }

    private static String members(Bytes honest) {
        String text = new String(honest.toArray(), UTF_8);
        return text.substring(1, text.length() - 1);
    }

    private static Named<Bend> raw(String name, byte... bytes) {
        return Named.of(name, Bend.none().clientDataJson(Bytes.copyOf(bytes)));
    }
}
