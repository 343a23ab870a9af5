package dev.latchkey.config;

import static dev.latchkey.config.ConfigTexts.READER;
import static dev.latchkey.config.ConfigTexts.faultsOf;
import static dev.latchkey.config.ConfigTexts.faultsWith;
import static dev.latchkey.config.ConfigTexts.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyRuleTest {

    @Test
    void nobodyIsTrustedUnlessListed() {
        assertThat(READER.parse(ConfigTexts.MINIMAL).proxies())
                .isEqualTo(new ProxySettings(Set.of(), ProxySettings.Headers.X_FORWARDED));
    }

    @Test
    void addressesAndRangesAreRead() {
        ProxySettings proxies = with("latchkey.proxies { trusted = [10.1.2.3, \"fd00::/8\"], headers = forwarded }")
                .proxies();

        assertThat(proxies.trusted()).containsExactly("10.1.2.3", "fd00::/8");
        assertThat(proxies.headers()).isEqualTo(ProxySettings.Headers.FORWARDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example.com",
                "10.0.0.0/33",
                "10.0.0",
                "fd00::/129",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "0.0.0.0/0",
                "::/0"
            })
    void whatIsNoRangeStopsTheStart(String proxy) {
        assertThat(faultsWith("latchkey.proxies.trusted = [\"" + proxy + "\"]"))
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith("latchkey.proxies.trusted = \"" + proxy + "\": "));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,  10.255.1.2,       true",
        "10.0.0.0/8,  11.0.0.0,         false",
        "10.128.0.0/9, 10.127.255.255,  false",
        "10.9.9.9/8,  10.255.1.2,       true",
        "10.1.2.3,    10.1.2.3,         true",
        "10.1.2.3,    10.1.2.4,         false",
        "10.1.2.3,    ::ffff:10.1.2.3,  true",
        "fd00::/8,    fdff::1,          true",
        "fd00::/8,    10.0.0.1,         false",
        "::1,         0:0:0:0:0:0:0:1,  true",
        "127.0.0.1,   localhost,        false"
    })
    void rangeHoldsTheAddressesThatBeginWithItsBits(String range, String address, boolean held) {
        assertThat(AddressRange.of(range).orElseThrow().contains(address)).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({"/, ''", "'', ''", "/auth, /auth", "/auth/, /auth", "/a/b-c.d~e, /a/b-c.d~e", "/%7Ea, /%7Ea"})
    void basePathStandsBetweenHostAndEndpoint(String text, String path) {
        assertThat(BasePath.of(text)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth",
                "//",
                "/a//b",
                "/..",
                "/a/./b",
                "/a?b",
                "/a#b",
                "/a b",
                "/%7",
                "https://auth.example.com/"
            })
    void otherBasePathStopsTheStart(String path) {
        String text =
                ConfigTexts.MINIMAL.replace("auth.example.com }", "auth.example.com, base-path = \"" + path + "\" }");

        assertThat(faultsOf(text)).singleElement().satisfies(fault -> assertThat(fault)
                .startsWith("latchkey.domains.0.base-path = \"" + path + "\": "));
    }
}
