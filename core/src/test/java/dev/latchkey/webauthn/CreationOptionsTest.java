package dev.latchkey.webauthn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.passkey.Bytes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** W3C WebAuthn Level 3 §5.1.8, as a page gets it. */
class CreationOptionsTest {
    private static final Bytes ID = Bytes.fromBase64Url("aWQ");

    @Test
    void credentialsThatThePersonHasAreNamedWithTheWaysToReachThem() {
        ObjectNode json = options(
                        new Descriptor(ID, List.of("usb", "nfc")),
                        new Descriptor(Bytes.fromBase64Url("b3RoZXI"), List.of()))
                .toJson();

        assertThat(json.path("excludeCredentials")).hasToString("""
                [{"type":"public-key","id":"aWQ","transports":["usb","nfc"]},{"type":"public-key","id":"b3RoZXI"}]""");
    }

    @Test
    void whoHasNoneGetsNoEmptyList() {
        assertThat(options().toJson().fieldNames())
                .toIterable()
                .containsExactly("challenge", "timeout", "rp", "user", "pubKeyCredParams", "authenticatorSelection");
    }

    private static CreationOptions options(Descriptor... exclude) {
        return new CreationOptions(
                Bytes.fromBase64Url("Y2hhbGxlbmdl"),
                Duration.ofMinutes(5),
                "shop.example",
                "The Shop",
                Bytes.fromBase64Url("aGFuZGxl"),
                "eve@shop.example",
                "Eve",
                List.of(-7, -257),
                "required",
                false,
                List.of(exclude));
    }
}
