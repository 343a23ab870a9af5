package dev.latchkey.config;

import static dev.latchkey.config.ConfigTexts.MINIMAL;
import static dev.latchkey.config.ConfigTexts.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {

    @Test
    void minimalFileTakesTheDefaultsOfTheReference() {
        LatchkeyConfig config = READER.parse(MINIMAL);

        assertThat(config.domains())
                .containsExactly(new Domain(
                        "auth.example.com", "https://auth.example.com/", "auth.example.com", "auth.example.com"));
        assertThat(config.client("web").orElseThrow().grants()).containsExactly(Grant.PASSKEY);
        assertThat(config.client("web").orElseThrow().confidential()).isFalse();
        assertThat(config.defaultRealm().name()).isEqualTo("default");
        assertThat(config.defaultRealm().presence("email")).isEqualTo(Realm.Presence.REQUIRED);
        assertThat(config.defaultRealm().presence("phone_number")).isEqualTo(Realm.Presence.OFF);
        assertThat(config.defaultRealm().userVerification()).isEqualTo(Realm.UserVerification.REQUIRED);
        assertThat(config.ceremony().timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.ceremony().algorithms()).containsExactly(-8, -7, -257);
        assertThat(config.ceremony().attestationFormats())
                .containsExactlyInAnyOrder("none", "packed", "tpm", "android-key", "apple", "fido-u2f");
        assertThat(config.ceremony().maxPasskeys()).isEqualTo(20);
        assertThat(config.tokens())
                .isEqualTo(new TokenSettings(
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        Duration.ofDays(15),
                        Duration.ofDays(60),
                        AccessTokenAlgorithm.ES256));
        assertThat(config.dpop())
                .isEqualTo(
                        new DpopSettings(Duration.ofMinutes(1), Duration.ofSeconds(30), false, Duration.ofMinutes(5)));
        assertThat(config.client("web").orElseThrow().dpop()).isEqualTo(DpopPolicy.OPTIONAL);
        assertThat(config.keys().rotationPeriod()).contains(Duration.ofDays(90));
        assertThat(config.keys().activationDelay()).isEqualTo(Duration.ofHours(1));
        assertThat(config.session().login()).isFalse();
        assertThat(config.session().maxAuthenticationAge()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.endpoints().maxBodyBytes()).isEqualTo(64 * 1024);
        assertThat(config.endpoints().corsMaxAge()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.accounts()).isEqualTo(AccountSettings.OWN);
        assertThat(config.storage().persistenceUnit()).isEqualTo("latchkey");
    }

    @Test
    void propertiesSayTheSameAsHocon() {
        LatchkeyConfig hocon = READER.parse("""
                latchkey {
                  domains = [ { host = "localhost:8443", rp-id = localhost, rp-name = Shop }, { host = shop.example.com } ]
                  clients {
                    sample-web {
                      grants = [passkey, refresh_token]
                      allowed-origins = ["https://localhost:8443", "http://localhost:8080"]
                      session-login = true
                      ios { team-id = ABCDE12345, app-bundle-identifier = com.example.app }
                    }
                    backend { secrets = ["sixteen, or more characters"] }
                  }
                  ceremony { timeout = 2 min, algorithms = [-7] }
                  login.session = true
                  accounts { entity = com.example.Member, attributes { id = id, email = mail }, defaults { roles = member } }
                  storage.properties { hibernate.show_sql = true }
                }
                """);

        LatchkeyConfig properties = READER.properties(Map.ofEntries(
                Map.entry("latchkey.domains.0.host", "localhost:8443"),
                Map.entry("latchkey.domains.0.rp-id", "localhost"),
                Map.entry("latchkey.domains.0.rp-name", "Shop"),
                Map.entry("latchkey.domains.1.host", "shop.example.com"),
                Map.entry("latchkey.clients.sample-web.grants", "passkey, refresh-token"),
                Map.entry("latchkey.clients.sample-web.allowed-origins.0", "https://localhost:8443"),
                Map.entry("latchkey.clients.sample-web.allowed-origins.1", "http://localhost:8080"),
                Map.entry("latchkey.clients.sample-web.session-login", "true"),
                Map.entry("latchkey.clients.sample-web.ios.team-id", "ABCDE12345"),
                Map.entry("latchkey.clients.sample-web.ios.app-bundle-identifier", "com.example.app"),
                Map.entry("latchkey.clients.backend.secrets", "sixteen, or more characters"),
                Map.entry("latchkey.ceremony.timeout", "2 min"),
                Map.entry("latchkey.ceremony.algorithms", "-7"),
                Map.entry("latchkey.login.session", "true"),
                Map.entry("latchkey.accounts.entity", "com.example.Member"),
                Map.entry("latchkey.accounts.attributes.id", "id"),
                Map.entry("latchkey.accounts.attributes.email", "mail"),
                Map.entry("latchkey.accounts.defaults.roles", "member"),
                Map.entry("latchkey.storage.properties.hibernate.show_sql", "true"),
                Map.entry("somebody.else", "is left alone")));

        assertThat(properties).isEqualTo(hocon);
        assertThat(hocon.storage().properties()).containsEntry("hibernate.show_sql", "true");
    }

    @Test
    void systemPropertiesOverrideTheEnvironmentWhichOverridesTheFile() {
        String file = MINIMAL + "latchkey.ceremony.timeout = 30 s\nlatchkey.my-account.max-passkeys = 3";
        Map<String, String> environment =
                Map.of("LATCHKEY_CEREMONY_TIMEOUT", "40 s", "LATCHKEY_MY__ACCOUNT_MAX__PASSKEYS", "4");

        CeremonySettings ceremony = ConfigurationReader.of(Map.of("latchkey.ceremony.timeout", "50 s"), environment)
                .parse(file)
                .ceremony();

        assertThat(ceremony.timeout()).isEqualTo(Duration.ofSeconds(50));
        assertThat(ceremony.maxPasskeys()).isEqualTo(4);
    }

    @Test
    void oneElementOfAListCanBeOverridden() {
        LatchkeyConfig config = ConfigurationReader.of(
                        Map.of(), Map.of("LATCHKEY_DOMAINS_0_ISSUER", "https://auth.example.com:8443/"))
                .parse(MINIMAL);

        assertThat(config.domains().get(0).issuer()).isEqualTo("https://auth.example.com:8443/");
        assertThat(config.domains().get(0).host()).isEqualTo("auth.example.com");
    }

    @Test
    void clientWithADotInItsIdIsNamedInQuotes() {
        LatchkeyConfig config = ConfigurationReader.of(
                        Map.of("latchkey.clients.\"my.app\".allowed-origins", "https://auth.example.com"), Map.of())
                .parse(MINIMAL);

        assertThat(config.clients()).containsOnlyKeys("my.app", "web");
    }

    @Test
    void environmentVariableOfAServiceWithThisNameIsNoFault() {
        LatchkeyConfig config = ConfigurationReader.of(
                        Map.of(), Map.of("LATCHKEY_PORT", "tcp://10.0.0.1:80", "LATCHKEY_SERVICE_HOST", "10.0.0.1"))
                .parse(MINIMAL);

        assertThat(config).isEqualTo(READER.parse(MINIMAL));
    }

    @Test
    void substitutionsNameSystemPropertiesEnvironmentAndOwnKeys() {
        LatchkeyConfig config = ConfigurationReader.of(Map.of("sample.port", "9443"), Map.of("SHOP", "Corner shop"))
                .parse("""
                        host = localhost
                        sample.port = 8443
                        sample.port = ${?overridden.port}
                        latchkey {
                          domains = [ { host = ${host}, issuer = "https://localhost:"${sample.port}"/", rp-name = ${SHOP} } ]
                          clients.web.allowed-origins = ["https://localhost:"${sample.port}]
                        }
                        """);

        assertThat(config.domains())
                .containsExactly(new Domain("localhost", "https://localhost:8443/", "localhost", "Corner shop"));
    }

    @Test
    void substitutionTakesASystemPropertyThatTheFileDoesNotSet() {
        String file = """
                port = 8443
                port = ${?sample.port}
                latchkey.domains = [ { host = localhost, issuer = "https://localhost:"${port}"/" } ]
                latchkey.clients.web.allowed-origins = ["https://localhost:"${port}]
                """;

        assertThat(READER.parse(file).domains().get(0).issuer()).isEqualTo("https://localhost:8443/");
        assertThat(ConfigurationReader.of(Map.of("sample.port", "9443"), Map.of())
                        .parse(file)
                        .domains()
                        .get(0)
                        .issuer())
                .isEqualTo("https://localhost:9443/");
    }

    @Test
    void fileOfTheClassPathIsFoundInEitherForm(@TempDir Path directory) throws IOException {
        URL[] classPath = {directory.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classPath, null)) {
            assertThat(READER.onClasspath(loader)).isEmpty();

            Files.writeString(directory.resolve("latchkey.properties"), """
                    latchkey.domains.0.host=auth.example.com
                    latchkey.clients.web.allowed-origins=https://auth.example.com
                    """);
            assertThat(READER.onClasspath(loader)).contains(READER.parse(MINIMAL));

            Path hocon = Files.writeString(directory.resolve("latchkey.conf"), MINIMAL);
            assertThatThrownBy(() -> READER.onClasspath(loader)).hasMessageContaining("keep one of the two");

            Files.delete(directory.resolve("latchkey.properties"));
            assertThat(READER.onClasspath(loader))
                    .contains(READER.read(hocon.toUri().toURL()));
        }
    }

    @Test
    void unreadableFilesSaySoWithTheirPlace(@TempDir Path directory) throws IOException {
        Path missing = directory.resolve("missing.conf");
        Path broken = Files.writeString(directory.resolve("broken.conf"), "latchkey {\n  domains = [\n");

        assertThat(faults(() -> READER.read(missing.toUri().toURL())))
                .singleElement()
                .asString()
                .contains("missing.conf");
        assertThat(faults(() -> READER.read(broken.toUri().toURL())))
                .singleElement()
                .asString()
                .contains("broken.conf", "cannot be read", "3");
        assertThat(faults(() -> READER.parse("latchkey.keys.secret = ${NOWHERE}")))
                .singleElement()
                .asString()
                .contains("NOWHERE");
    }

    @Test
    void realmsAreThoseConfiguredWithTheDefaultFirst() {
        LatchkeyConfig config = READER.parse(MINIMAL + """
                latchkey.default-realm = staff
                latchkey.realms {
                  members { identifiers { username = required, email = off } }
                  staff { signup = false, taken-identifier = at-exchange }
                }
                """);

        assertThat(config.realms()).containsOnlyKeys("staff", "members");
        assertThat(config.defaultRealm().name()).isEqualTo("staff");
        assertThat(config.defaultRealm().takenIdentifier()).isEqualTo(Realm.TakenIdentifier.AT_EXCHANGE);
        assertThat(config.realm("members").orElseThrow().presence("username")).isEqualTo(Realm.Presence.REQUIRED);
    }

    @Test
    void secretAsHashIsTheSecret() {
        LatchkeyConfig config = READER.parse(MINIMAL
                + """
                latchkey.clients.plain.secrets = sample-backend-secret
                latchkey.clients.hashed.secrets = ["sha256:%s"]
                """.formatted(ClientSecret.ofPlainText("sample-backend-secret")
                        .sha256()));

        assertThat(config.client("hashed").orElseThrow().secrets())
                .isEqualTo(config.client("plain").orElseThrow().secrets());
        assertThat(config.client("plain").orElseThrow().secrets().get(0).matches("sample-backend-secret"))
                .isTrue();
    }

    private static List<String> faults(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        return catchThrowableOfType(ConfigurationException.class, reading).faults();
    }
}
