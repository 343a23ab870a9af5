package dev.latchkey.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerTest {

    @Test
    void sequenceGivesItsValues() {
        List<Der> values = der("300702010504020aff").children(Der.SEQUENCE);

        assertThat(values).extracting(Der::tag).containsExactly(Der.INTEGER, Der.OCTET_STRING);
        assertThat(values.get(0).integer()).isEqualTo(5);
        assertThat(values.get(1).bytes(Der.OCTET_STRING)).containsExactly(0x0a, 0xff);
        assertThat(der("3000").children(Der.SEQUENCE)).isEmpty();
    }

    @Test
    void contentCanBeReadAgain() {
        Der sequence = der("3003020105");

        assertThat(sequence.children(Der.SEQUENCE)).hasSize(1);
        assertThat(sequence.children(Der.SEQUENCE).get(0).integer()).isEqualTo(5);
        assertThat(sequence.bytes(Der.SEQUENCE)).hasSize(3);
        assertThat(sequence.bytes(Der.SEQUENCE)).hasSize(3);
    }

    @Test
    void integersHaveASign() {
        assertThat(der("020100").integer()).isEqualTo(BigInteger.ZERO);
        assertThat(der("0201ff").integer()).isEqualTo(-1);
        assertThat(der("020200ff").integer()).isEqualTo(255);
    }

    @Test
    void tagsOfSeveralOctetsAreOneNumber() {
        assertThat(der("bf853e00").tag()).isEqualTo(0xbf853e);
        assertThat(der("bf845800").tag()).isEqualTo(0xbf8458);
        assertThat(der("bf3d00").tag()).isEqualTo(0xbf3d);
        assertThat(der("a100").tag()).isEqualTo(0xa1);
    }

    @Test
    void lengthsHaveUpToThreeOctets() {
        assertThat(der("047f" + "00".repeat(0x7f)).bytes(Der.OCTET_STRING)).hasSize(0x7f);
        assertThat(der("048180" + "00".repeat(0x80)).bytes(Der.OCTET_STRING)).hasSize(0x80);
        assertThat(der("04820102" + "00".repeat(0x102)).bytes(Der.OCTET_STRING)).hasSize(0x102);
        assertThat(der("0483010203" + "00".repeat(0x10203)).bytes(Der.OCTET_STRING))
                .hasSize(0x10203);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "04",
                "0401",
                "0481",
                "048201",
                "0400" + "0400",
                "04800000",
                "048400000000",
                "0485000000000000",
                "bf",
                "bf85",
                "3002",
                "04ff"
            })
    void whatIsNotOneWholeValueIsRefused(String hex) {
        assertThatThrownBy(() -> der(hex)).isExactlyInstanceOf(WebAuthnException.class);
    }

    @Test
    void valueOfAnotherTagIsRefused() {
        assertThatThrownBy(() -> der("0400").children(Der.SEQUENCE)).isExactlyInstanceOf(WebAuthnException.class);
        assertThatThrownBy(() -> der("3000").bytes(Der.OCTET_STRING)).isExactlyInstanceOf(WebAuthnException.class);
        assertThatThrownBy(() -> der("0400").integer()).isExactlyInstanceOf(WebAuthnException.class);
    }

    @Test
    void integerWithoutContentIsRefused() {
        assertThatThrownBy(() -> der("0200").integer()).isExactlyInstanceOf(WebAuthnException.class);
    }

    @Test
    void brokenValueWithinAnotherIsRefused() {
        Der sequence = der("30020405");

        assertThatThrownBy(() -> sequence.children(Der.SEQUENCE)).isExactlyInstanceOf(WebAuthnException.class);
    }

    private static Der der(String hex) {
        return Der.of(HexFormat.of().parseHex(hex));
    }
}
