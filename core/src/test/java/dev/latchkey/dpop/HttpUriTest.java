package dev.latchkey.dpop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUriTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example/oauth/token, https://a.example/oauth/token",
        "HTTPS://A.Example/oauth/token, https://a.example/oauth/token",
        "https://a.example:443/t, https://a.example/t",
        "https://a.example:/t, https://a.example/t",
        "http://localhost:80/t, http://localhost/t",
        "http://localhost:8080/t, http://localhost:8080/t",
        "https://a.example, https://a.example/",
        "https://a.example/t?x=1#y, https://a.example/t",
        "https://a.example/a/./b/../t, https://a.example/a/t",
        "https://a.example/%7euser/%c3%a9, https://a.example/~user/%C3%A9",
        "https://a.example/passkey|new, https://a.example/passkey%7Cnew",
        "https://a.example/passkey%7cnew, https://a.example/passkey%7Cnew",
        "https://[2001:DB8::1]:443/t, https://[2001:db8::1]/t",
    })
    void oneAddressHasOneSpelling(String text, String normalized) {
        assertThat(HttpUri.normalized(text)).contains(normalized);
    }

    /** RFC 3986 §6.2.2.2 decodes unreserved characters alone: an encoded slash is no slash. */
    @Test
    void differentAddressesStayDifferent() {
        assertThat(HttpUri.normalized("https://a.example/a%2Ft")).contains("https://a.example/a%2Ft");
        assertThat(HttpUri.normalized("https://a.example/T")).contains("https://a.example/T");
        assertThat(HttpUri.normalized("https://a.example/t/")).contains("https://a.example/t/");
        assertThat(HttpUri.normalized("https://a.example:80/t")).contains("https://a.example:80/t");
        assertThat(HttpUri.normalized("https://a.example:8443/t")).contains("https://a.example:8443/t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/oauth/token",
                "a.example/oauth/token",
                "//a.example/t",
                "ftp://a.example/t",
                "https:///t",
                "https:t",
                "https://user@a.example/t",
                "https://a.example/ t",
                "https://a.example/%zz",
                "mailto:a@example.com"
            })
    void whatIsNoAddressOfTheWebHasNoSpelling(String text) {
        assertThat(HttpUri.normalized(text)).isEmpty();
    }
}
