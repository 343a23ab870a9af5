package dev.latchkey.wellknown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.IosApp;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppleAppSiteAssociationTest {

    /** "webcredentials": {"apps": ["ABCDE12345.com.example.app"]} and "details": [{"appIDs": […], "components": […]}] (Apple, Supporting associated domains). */
    @Test
    void appsShareCredentialsAndOpenTheirCallbacksAlone() {
        List<IosApp> apps =
                List.of(new IosApp("ABCDE12345", "com.example.app"), new IosApp("ABCDE12345", "com.example.beta"));

        assertThat(AppleAppSiteAssociation.of(apps).toString())
                .isEqualTo(
                        "{\"applinks\":{\"details\":["
                                + "{\"appIDs\":[\"ABCDE12345.com.example.app\"],\"components\":[{\"/\":\"/ios/com.example.app/*\"}]},"
                                + "{\"appIDs\":[\"ABCDE12345.com.example.beta\"],\"components\":[{\"/\":\"/ios/com.example.beta/*\"}]}]},"
                                + "\"webcredentials\":{\"apps\":[\"ABCDE12345.com.example.app\",\"ABCDE12345.com.example.beta\"]}}");
    }
}
