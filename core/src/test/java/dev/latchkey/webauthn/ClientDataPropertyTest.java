package dev.latchkey.webauthn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.latchkey.json.Json;
import dev.latchkey.passkey.Bytes;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClientDataPropertyTest {

    @Property
    void membersAreReadAsTheyWereWritten(
            @ForAll("texts") String challenge, @ForAll("texts") String origin, @ForAll boolean crossOrigin) {
        ClientData parsed = ClientData.parse(Bytes.of(Json.write(Json.object()
                .put("type", "webauthn.get")
                .put("challenge", challenge)
                .put("origin", origin)
                .put("crossOrigin", crossOrigin)
                .put("unknown", origin))));

        assertThat(parsed.type()).isEqualTo("webauthn.get");
        assertThat(parsed.challenge()).isEqualTo(challenge);
        assertThat(parsed.origin()).isEqualTo(origin);
        assertThat(parsed.crossOrigin()).isEqualTo(crossOrigin);
        assertThat(parsed.topOrigin()).isEqualTo(Optional.empty());
    }

    @Property
    void whatIsCutShortIsRefused(@ForAll("texts") String origin, @ForAll int where) {
        byte[] whole = Json.write(Json.object()
                .put("type", "webauthn.get")
                .put("challenge", "AAAA")
                .put("origin", origin));
        Bytes cut = Bytes.of(Arrays.copyOf(whole, Math.floorMod(where, whole.length)));

        assertThatThrownBy(() -> ClientData.parse(cut)).isInstanceOf(WebAuthnException.class);
    }

    @Property
    void memberThatStandsTwiceIsRefused(@ForAll("texts") String first, @ForAll("texts") String second) {
        String text = "{\"type\":\"webauthn.get\",\"challenge\":\"AAAA\",\"origin\":" + quoted(first) + ",\"origin\":"
                + quoted(second) + "}";

        assertThatThrownBy(() -> ClientData.parse(Bytes.of(text.getBytes(UTF_8))))
                .isInstanceOf(WebAuthnException.class);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(60).filter(text -> UTF_8.newEncoder()
                .canEncode(text));
    }

    private static String quoted(String text) {
        return new String(Json.write(TextNode.valueOf(text)), UTF_8);
    }
}
