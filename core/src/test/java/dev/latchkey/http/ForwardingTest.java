package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.config.ProxySettings;
import dev.latchkey.config.ProxySettings.Headers;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingTest {
    private static final String PROXY = "10.0.0.1";
    private static final PublicAddress DIRECT = new PublicAddress(false, "inside:8080", "/app");

    private final Forwarding byXForwarded =
            new Forwarding(new ProxySettings(Set.of("10.0.0.0/8"), Headers.X_FORWARDED));
    private final Forwarding byForwarded = new Forwarding(new ProxySettings(Set.of("10.0.0.0/8"), Headers.FORWARDED));

    @Test
    void connectionCountsWhereNoProxyIsListed() {
        Forwarding none = new Forwarding(new ProxySettings(Set.of(), Headers.X_FORWARDED));

        assertThat(none.of(xForwarded("https", "auth.example.com"))).isEqualTo(DIRECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "11.0.0.1", "::1", "fd00::1", "proxy", ""})
    void headersOfOthersThanTheListedAreIgnored(String address) {
        assertThat(byXForwarded.of(xForwarded("https", "auth.example.com").through(address)))
                .isEqualTo(DIRECT);
        assertThat(byForwarded.of(forwarded("proto=https;host=auth.example.com").through(address)))
                .isEqualTo(DIRECT);
    }

    @Test
    void headersCountForNothingWhereTheDoorIsNotToldWhoConnects() {
        TestExchange unknown = exchange().with("X-Forwarded-Host", "auth.example.com");

        assertThat(unknown.visitor().address()).isEmpty();
        assertThat(byXForwarded.of(unknown)).isEqualTo(DIRECT);
    }

    @Test
    void schemeHostPortAndPrefixOfAListedProxyCount() {
        TestExchange exchange = xForwarded("https", "auth.example.com")
                .with("X-Forwarded-Port", "8443")
                .with("X-Forwarded-Prefix", "/auth/");

        assertThat(byXForwarded.of(exchange)).isEqualTo(new PublicAddress(true, "auth.example.com:8443", "/auth"));
        assertThat(byXForwarded.of(xForwarded("https", "auth.example.com").with("X-Forwarded-Prefix", "/")))
                .isEqualTo(new PublicAddress(true, "auth.example.com", ""));
        assertThat(byForwarded.of(forwarded("for=192.0.2.7;proto=https;host=\"auth.example.com:8443\"")))
                .isEqualTo(new PublicAddress(true, "auth.example.com:8443", "/app"));
    }

    @ParameterizedTest
    @CsvSource({
        "https, auth.example.com:443, auth.example.com",
        "http,  auth.example.com:80,  auth.example.com",
        "http,  auth.example.com:443, auth.example.com:443"
    })
    void defaultPortOfTheSchemeIsLeftOut(String scheme, String host, String expected) {
        assertThat(byXForwarded.of(xForwarded(scheme, host)).host()).isEqualTo(expected);
        assertThat(byForwarded
                        .of(forwarded("proto=" + scheme + ";host=\"" + host + "\""))
                        .host())
                .isEqualTo(expected);
    }

    @Test
    void whatTheProxyDoesNotSayIsTheConnections() {
        assertThat(byXForwarded.of(exchange().through(PROXY))).isEqualTo(DIRECT);
        assertThat(byXForwarded.of(exchange().through(PROXY).with("X-Forwarded-Proto", "https")))
                .isEqualTo(new PublicAddress(true, "inside:8080", "/app"));
        assertThat(byForwarded.of(forwarded("for=192.0.2.7"))).isEqualTo(DIRECT);
    }

    @Test
    void headersOfTheOtherKindAreIgnored() {
        assertThat(byForwarded.of(xForwarded("https", "auth.example.com"))).isEqualTo(DIRECT);
        assertThat(byXForwarded.of(forwarded("proto=https;host=auth.example.com")))
                .isEqualTo(DIRECT);
    }

    @Test
    void ofAChainTheOutermostListedProxyCounts() {
        TestExchange chain = exchange()
                .through(PROXY)
                .with("X-Forwarded-For", "192.0.2.7, 198.51.100.9, 10.0.0.2")
                .with("X-Forwarded-Host", "evil.example, auth.example.com, inner.example.com")
                .with("X-Forwarded-Proto", "https");

        assertThat(byXForwarded.of(chain)).isEqualTo(new PublicAddress(true, "auth.example.com", "/app"));
        assertThat(byForwarded.of(
                        forwarded("for=192.0.2.7;host=evil.example, for=198.51.100.9;host=auth.example.com;proto=https,"
                                + " for=10.0.0.2;host=inner.example.com")))
                .isEqualTo(new PublicAddress(true, "auth.example.com", "/app"));
    }

    @Test
    void elementBeforeTheListedProxiesIsTheClientsOwn() {
        assertThat(byForwarded
                        .of(forwarded("for=10.0.0.9;host=evil.example, for=192.0.2.7;host=auth.example.com"))
                        .host())
                .isEqualTo("auth.example.com");
        assertThat(byForwarded
                        .of(forwarded("for=evil, for=\"[2001:db8::7]:4711\";host=auth.example.com"))
                        .host())
                .isEqualTo("auth.example.com");
    }

    /** A proxy adds to what its client sent, which may be anything. */
    @Test
    void longValuesDoNoHarm() {
        String quoted = "\\\"".repeat(100_000);
        String prefix = "/%20a".repeat(100_000);

        assertThat(byForwarded
                        .of(forwarded("for=\"" + quoted + "\", for=192.0.2.7;host=auth.example.com"))
                        .host())
                .isEqualTo("auth.example.com");
        assertThat(byXForwarded
                        .of(xForwarded("https", "auth.example.com").with("X-Forwarded-Prefix", prefix + "/"))
                        .basePath())
                .isEqualTo(prefix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "X-Forwarded-Proto ! ftp",
                "X-Forwarded-Proto ! ''",
                "X-Forwarded-Proto ! https, http",
                "X-Forwarded-Host ! auth.example.com, other.example.com",
                "X-Forwarded-Host ! auth.example.com/x",
                "X-Forwarded-Host ! user@auth.example.com",
                "X-Forwarded-Host ! auth.example.com:",
                "X-Forwarded-Host ! auth.example.com:0x50",
                "X-Forwarded-Host ! ''",
                "X-Forwarded-Port ! http",
                "X-Forwarded-Prefix ! auth",
                "X-Forwarded-Prefix ! //evil.example",
                "X-Forwarded-Prefix ! /a/../b",
                "X-Forwarded-Prefix ! /a?b"
            })
    void faultInTheHeadersOfAListedProxyIsRefused(String header, String value) {
        TestExchange exchange = xForwarded("https", "auth.example.com").with(header, value);

        assertRefused(() -> byXForwarded.of(exchange));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host",
                "host=",
                "host=a b",
                "host=a;host=b",
                "proto=https;",
                "proto=https,",
                "proto=gopher",
                "host=\"auth.example.com",
                "host=auth.example.com/x",
                "proto=https for=192.0.2.7"
            })
    void malformedForwardedIsRefused(String header) {
        assertRefused(() -> byForwarded.of(forwarded(header)));
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.kind())
                .isEqualTo(ErrorKind.INVALID_REQUEST));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "'192.0.2.1, 203.0.113.7', 203.0.113.7",
        "'192.0.2.1, 203.0.113.7, 10.0.0.9', 203.0.113.7",
        "203.0.113.7:4711, 203.0.113.7",
        "[2001:db8::7]:4711, 2001:db8::7",
        "2001:db8::7, 2001:db8::7",
        "unknown, 10.0.0.1",
        "203.0.113.0/24, 10.0.0.1",
        "x event=signed_in, 10.0.0.1"
    })
    void clientsAddressIsWhatTheOutermostListedProxySays(String forwardedFor, String address) {
        assertThat(byXForwarded.client(
                        exchange().with("X-Forwarded-For", forwardedFor).through(PROXY)))
                .contains(address);
    }

    @ParameterizedTest
    @CsvSource({
        "for=203.0.113.7, 203.0.113.7",
        "'for=192.0.2.1, for=\"203.0.113.7:4711\", for=10.0.0.9', 203.0.113.7",
        "for=\"[2001:db8::7]\", 2001:db8::7",
        "for=_hidden, 10.0.0.1",
        "proto=https, 10.0.0.1",
        "for=;;, 10.0.0.1"
    })
    void clientsAddressIsThatOfTheElementThatCounts(String header, String address) {
        assertThat(byForwarded.client(forwarded(header).through(PROXY))).contains(address);
    }

    @Test
    void clientsAddressIsTheConnectionsWhereNoListedProxySpeaks() {
        TestExchange forged = exchange().with("X-Forwarded-For", "203.0.113.7");

        assertThat(byXForwarded.client(forged.through("192.0.2.1"))).contains("192.0.2.1");
        assertThat(byXForwarded.client(forged)).isEmpty();
        assertThat(byXForwarded.client(exchange().through(PROXY))).contains(PROXY);
    }

    private static TestExchange exchange() {
        return TestExchange.get("/passkey/challenge").at("inside:8080", false, "/app");
    }

    private static TestExchange xForwarded(String scheme, String host) {
        return exchange()
                .through(PROXY)
                .with("X-Forwarded-For", "192.0.2.7")
                .with("X-Forwarded-Proto", scheme)
                .with("X-Forwarded-Host", host);
    }

    private static TestExchange forwarded(String value) {
        return exchange().through(PROXY).with("Forwarded", value);
    }
}
