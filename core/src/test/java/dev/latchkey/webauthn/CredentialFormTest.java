package dev.latchkey.webauthn;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.passkey.Bytes;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.CoseKey;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialFormTest {
    private static final byte[] KEY = CoseKey.encode(
                    CoseAlgorithm.EDDSA.generateKeyPair().getPublic())
            .encode()
            .toArray();

    static Stream<byte[]> whatIsNoKey() {
        return Stream.of(
                new byte[0],
                new byte[] {0},
                new byte[] {(byte) 0xa0},
                Arrays.copyOf(KEY, KEY.length - 1),
                Arrays.copyOf(KEY, KEY.length + 1),
                new byte[2001]);
    }

    @ParameterizedTest
    @EnumSource(CoseAlgorithm.class)
    void keyOfAnAlgorithmThatASignInCanVerifyPasses(CoseAlgorithm algorithm) {
        byte[] key =
                CoseKey.encode(algorithm.generateKeyPair().getPublic()).encode().toArray();

        assertThatCode(() -> CredentialForm.checkPublicKey(Bytes.of(key))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("whatIsNoKey")
    void whatIsNoSingleCoseKeyIsRefused(byte[] bytes) {
        assertThatThrownBy(() -> CredentialForm.checkPublicKey(Bytes.of(bytes))).isInstanceOf(WebAuthnException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64})
    void userHandleOfOneTo64BytesPasses(int size) {
        assertThatCode(() -> CredentialForm.checkUserHandle(Bytes.of(new byte[size])))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65})
    void userHandleOfAnotherSizeIsRefused(int size) {
        assertThatThrownBy(() -> CredentialForm.checkUserHandle(Bytes.of(new byte[size])))
                .isInstanceOf(WebAuthnException.class)
                .hasMessageContaining(size + " bytes");
    }

    @Test
    void credentialIdHas16To1023Bytes() {
        assertThatCode(() -> CredentialForm.checkId(Bytes.of(new byte[16]))).doesNotThrowAnyException();
        assertThatCode(() -> CredentialForm.checkId(Bytes.of(new byte[1023]))).doesNotThrowAnyException();
        assertThatThrownBy(() -> CredentialForm.checkId(Bytes.of(new byte[15]))).isInstanceOf(WebAuthnException.class);
        assertThatThrownBy(() -> CredentialForm.checkId(Bytes.of(new byte[1024])))
                .isInstanceOf(WebAuthnException.class);
    }
}
