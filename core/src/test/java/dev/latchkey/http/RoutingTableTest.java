package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTableTest {
    private static final int ROUNDS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "/passkey/register, REGISTER",
        "/passkey/challenge, CHALLENGE",
        "/oauth/token, TOKEN",
        "/oauth/revoke, REVOKE",
        "/userinfo, USERINFO",
        "/.well-known/apple-app-site-association, APPLE_APP_SITE_ASSOCIATION",
        "/.well-known/assetlinks.json, ASSET_LINKS",
        "/.well-known/webauthn, RELATED_ORIGINS",
        "/.well-known/passkey-endpoints, PASSKEY_ENDPOINTS",
        "/.well-known/jwks.json, JWKS",
        "/.well-known/openid-configuration, DISCOVERY",
        "/latchkey/openapi.json, OPENAPI",
        "/me/v1/factors, FACTORS",
        "/me/v1/authentication-methods, METHODS",
        "/me/v1/authentication-methods/passkey|new/verify, VERIFY",
        "/me/v1/authentication-methods/passkey%7Cnew/verify, VERIFY",
        "/me/v1/authentication-methods/passkey%7cnew/verify, VERIFY",
        "/me/v1/authentication-methods/passkey|dev_1, METHOD",
        "/me/v1/authentication-methods/passkey%7Cdev_1, METHOD",
        "/me/v1/authentication-methods/passkey%7cdev_1, METHOD",
        "/me/v1/authentication-methods/passkey%2Fdev_1, METHOD"
    })
    void pathOfTheContractIsFound(String path, Endpoint endpoint) {
        assertThat(RoutingTable.find(path)).hasValue(endpoint);
        assertThat(RoutingTable.serves("/app" + path, 4)).isTrue();
    }

    @Test
    void barInAPathIsReadInEverySpelling() {
        String methods = "/me/v1/authentication-methods/";

        assertThat(RoutingTable.methodId(methods + "passkey%7Cdev_1")).isEqualTo("passkey|dev_1");
        assertThat(RoutingTable.methodId(methods + "passkey%7cdev_1")).isEqualTo("passkey|dev_1");
        assertThat(RoutingTable.methodId(methods + "passkey|dev_1")).isEqualTo("passkey|dev_1");
        assertThat(RoutingTable.methodId(methods + "passkey%257Cdev_1")).isEqualTo("passkey%257Cdev_1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/index.html",
                "/passkey",
                "/passkey/",
                "/passkey/register/",
                "/passkey//register",
                "//passkey/register",
                "/passkey/register;jsessionid=1",
                "/passkey;x/register",
                "/passkey/registers",
                "/passkey/registe",
                "/Passkey/Register",
                "/passkey%2Fregister",
                "/%70asskey/register",
                "/passkey/./register",
                "/oauth/token?x",
                "/me/v1/factors/",
                "/me/v1",
                "/me/v2/factors",
                "/me/v1/authentication-methods/",
                "/me/v1/authentication-methodsX"
            })
    void anyOtherPathIsTheApplications(String path) {
        assertThat(RoutingTable.find(path)).isEmpty();
        assertThat(RoutingTable.serves(path, 0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/me/v1/authentication-methods//",
                "/me/v1/authentication-methods/passkey|new/verify/",
                "/me/v1/authentication-methods/passkey|dev_1/verify",
                "/me/v1/authentication-methods/passkey|new/verify;jsessionid=1"
            })
    void nothingIsAtOtherPathsBelowTheMethods(String path) {
        assertThat(RoutingTable.find(path)).isEmpty();
        assertThat(RoutingTable.serves(path, 0)).isTrue();
    }

    @Test
    void passingARequestOnAllocatesNothing() {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        String[] uris = {"/app/index.html", "/app/oauth/tokens", "/app/me/v1/authentication-methodsX", "/app/"};
        int served = served(uris, ROUNDS);
        long before = threads.getCurrentThreadAllocatedBytes();
        served += served(uris, ROUNDS);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(served).isZero();
        assertThat(allocated / ROUNDS / uris.length).as("bytes a request").isZero();
    }

    private static int served(String[] uris, int times) {
        int served = 0;
        for (int i = 0; i < times; i++) {
            for (String uri : uris) {
                served += Contract.serves(uri, 4) ? 1 : 0;
            }
        }
        return served;
    }
}
