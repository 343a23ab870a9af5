package dev.latchkey.wellknown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.AndroidApp;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AssetLinksTest {
    private static final String COLONS =
            "E3:B0:C4:42:98:FC:1C:14:9A:FB:F4:C8:99:6F:B9:24:27:AE:41:E4:64:9B:93:4C:A4:95:99:1B:78:52:B8:55";
    private static final String BASE64URL = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";
    private static final String OTHER = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    /** "For Passkeys … you must include delegate_permission/common.handle_all_urls" (Google, Seamless credential sharing). */
    @Test
    void statementNamesBothRelationsAndEveryFingerprint() {
        AndroidApp app = new AndroidApp("com.example.app", List.of(BASE64URL, OTHER));

        assertThat(AssetLinks.of(List.of(app)).toString())
                .isEqualTo("[{\"relation\":[\"delegate_permission/common.get_login_creds\","
                        + "\"delegate_permission/common.handle_all_urls\"],"
                        + "\"target\":{\"namespace\":\"android_app\",\"package_name\":\"com.example.app\","
                        + "\"sha256_cert_fingerprints\":[\"" + COLONS + "\",\"" + "00:".repeat(31) + "00\"]}}]");
    }

    @Test
    void fingerprintIsOneHoweverItIsWritten() {
        AndroidApp app = new AndroidApp("com.example.app", List.of(COLONS, COLONS.toLowerCase(Locale.ROOT), BASE64URL));

        assertThat(app.colonFingerprints()).containsExactly(COLONS);
        assertThat(app.origins()).containsExactly("android:apk-key-hash:" + BASE64URL);
    }
}
