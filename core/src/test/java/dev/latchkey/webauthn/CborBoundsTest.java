package dev.latchkey.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 8949 §3, as far as CTAP2's canonical form allows it")
class CborBoundsTest {

    @ParameterizedTest
    @CsvSource({
        "00, 1",
        "17, 1",
        "1818, 2",
        "190100, 3",
        "1a00010000, 5",
        "1b0000000100000000, 9",
        "3903e7, 3",
        "40, 1",
        "4401020304, 5",
        "6161, 2",
        "80, 1",
        "83010203, 4",
        "a0, 1",
        "a2010220617a, 6",
        "f4, 1",
        "f6, 1",
        "fb3ff199999999999a, 9",
        "a1616182010200ff, 6"
    })
    void endOfAWholeItemIsFound(String hex, int end) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThat(CborBounds.end(bytes, 0)).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "18",
                "1b00000000000000",
                "41",
                "5a7fffffff00",
                "5bffffffffffffffff",
                "5b7fffffffffffffff",
                "6261",
                "81",
                "9affffffff",
                "9bffffffffffffffff",
                "9b8000000000000000",
                "a1",
                "a101",
                "bbffffffffffffffff",
                "bb8000000000000000",
                "1c",
                "1f",
                "5f4100ff",
                "9fff",
                "bfff",
                "ff",
                "c074323031332d30332d32315432303a30343a30305a",
                "d9d9f7a0",
                "a1400000",
                "a18000",
                "a1f400",
                "a1a000"
            })
    void whatIsCutShortOrLiesOrIsNotCanonicalIsRefused(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThatThrownBy(() -> CborBounds.end(bytes, 0)).isExactlyInstanceOf(WebAuthnException.class);
    }

    @Test
    void itemBeyondTheEndIsRefused() {
        assertThatThrownBy(() -> CborBounds.end(new byte[2], 2)).isExactlyInstanceOf(WebAuthnException.class);
        assertThatThrownBy(() -> CborBounds.end(new byte[2], 60_000)).isExactlyInstanceOf(WebAuthnException.class);
    }

    @Test
    void twelveLevelsAreReadAndThirteenRefused() {
        assertThat(CborBounds.end(HexFormat.of().parseHex("81".repeat(12) + "00"), 0))
                .isEqualTo(13);
        assertThatThrownBy(() -> CborBounds.end(HexFormat.of().parseHex("81".repeat(13) + "00"), 0))
                .isExactlyInstanceOf(WebAuthnException.class)
                .hasMessageContaining("nested deeper than 12");
    }
}
