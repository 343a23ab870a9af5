package dev.latchkey.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.testkit.Bytes;
import java.security.PublicKey;
import org.junit.jupiter.api.Test;

class Ed25519Test {

    /** RFC 8032 §7.1, test 3. */
    @Test
    void publishedVectorVerifies() {
        PublicKey key =
                Ed25519.publicKey(Bytes.fromHex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
                        .toArray());
        byte[] message = Bytes.fromHex("af82").toArray();
        Bytes signature = Bytes.fromHex("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");

        assertThat(Ed25519.verifies(key, message, signature.toArray())).isTrue();
        assertThat(Ed25519.verifies(key, message, signature.flipBit(0).toArray()))
                .isFalse();
        assertThat(Ed25519.verifies(key, "other".getBytes(UTF_8), signature.toArray()))
                .isFalse();
        assertThat(Ed25519.verifies(key, message, new byte[0])).isFalse();
    }

    @Test
    void whatIsNoPointIsRefused() {
        assertThatThrownBy(() -> Ed25519.publicKey(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ed25519.publicKey(new byte[33])).isInstanceOf(IllegalArgumentException.class);
    }
}
