package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.config.Domain;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainsTest {
    private static final Domain AUTH =
            new Domain("auth.example.com", "https://auth.example.com/", "example.com", "Example");
    private static final Domain LOCAL =
            new Domain("localhost:8443", "https://localhost:8443/", "localhost", "localhost");

    private final Domains domains = new Domains(List.of(AUTH, LOCAL));

    @ParameterizedTest
    @ValueSource(strings = {"auth.example.com", "auth.example.com:443", "auth.example.com:8443", "AUTH.Example.com"})
    void hostWithoutPortStandsForEveryPort(String host) {
        assertThat(domains.of(host)).isEqualTo(AUTH);
    }

    @Test
    void hostWithPortStandsForThatPortAlone() {
        assertThat(domains.of("localhost:8443")).isEqualTo(LOCAL);
        assertUnknown("localhost");
        assertUnknown("localhost:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":443",
                "example.com",
                "evil.example",
                "evil-auth.example.com",
                "auth.example.com.",
                "auth.example.com.evil.example",
                "auth.example.com:80@evil.example",
                "auth.example.com:evil.example",
                "auth.example.com:",
                "auth.example.com:443/evil",
                "auth.example.com:443\n",
                "auth.example.com:123456",
                "auth.example.com:443:443",
                "[::1]:443"
            })
    void otherHostIsNobodys(String host) {
        assertUnknown(host);
    }

    @Test
    void locationIsBelowTheRootOfTheApplication() {
        TestExchange exchange = from("auth.example.com");

        assertThat(location(exchange)).isEqualTo("https://auth.example.com/me/v1/authentication-methods/passkey%7Cnew");
        assertThat(location(exchange.at("auth.example.com:8443", true, "/shop")))
                .isEqualTo("https://auth.example.com:8443/shop/me/v1/authentication-methods/passkey%7Cnew");
        assertThat(location(exchange.at("localhost:8080", false, "")))
                .isEqualTo("http://localhost:8080/me/v1/authentication-methods/passkey%7Cnew");
    }

    private static String location(TestExchange exchange) {
        return Locations.method(TestConfig.call(exchange), "passkey%7Cnew");
    }

    private static TestExchange from(String host) {
        return TestExchange.get("/").at(host, true, "");
    }

    private void assertUnknown(String host) {
        assertThatThrownBy(() -> domains.of(host))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.kind())
                        .isEqualTo(ErrorKind.INVALID_REQUEST));
    }
}
