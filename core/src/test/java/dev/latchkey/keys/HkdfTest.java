package dev.latchkey.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 5869, appendix A")
class HkdfTest {

    @Test
    @DisplayName("A.1 Basic test case with SHA-256")
    void basic() {
        assertThat(derive("0b".repeat(22), "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9", 42))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    }

    @Test
    @DisplayName("A.2 Test with SHA-256 and longer inputs/outputs")
    void longer() {
        assertThat(derive(counting(0x00), counting(0x60), counting(0xb0), 82))
                .isEqualTo("b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
                        + "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
                        + "cc30c58179ec3e87c14c01d5c1f3434f1d87");
    }

    @Test
    @DisplayName("A.3 Test with SHA-256 and zero-length salt/info")
    void withoutSaltAndInfo() {
        assertThat(derive("0b".repeat(22), "", "", 42))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
    }

    private static String counting(int from) {
        StringBuilder hex = new StringBuilder();
        for (int i = from; i < from + 80; i++) {
            hex.append(HexFormat.of().toHexDigits((byte) i));
        }
        return hex.toString();
    }

    private static String derive(String keyMaterial, String salt, String info, int length) {
        HexFormat hex = HexFormat.of();
        return hex.formatHex(Hkdf.derive(hex.parseHex(keyMaterial), hex.parseHex(salt), hex.parseHex(info), length));
    }
}
