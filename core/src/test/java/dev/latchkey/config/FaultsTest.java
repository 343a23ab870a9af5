package dev.latchkey.config;

import static dev.latchkey.config.ConfigTexts.READER;
import static dev.latchkey.config.ConfigTexts.faultsOf;
import static dev.latchkey.config.ConfigTexts.faultsWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    @Test
    void unknownKeyIsAFaultThatSuggestsTheNearest() {
        assertThat(faultsWith("latchkey.clients.web.allowed-orgins = [\"https://auth.example.com\"]"))
                .containsExactly("latchkey.clients.web.allowed-orgins: unknown key, did you mean allowed-origins?");
    }

    @Test
    void unknownKeyLikeNoOtherListsThoseThatAreKnown() {
        assertThat(faultsWith("latchkey.cors.wildcard = true"))
                .containsExactly("latchkey.cors.wildcard: unknown key, known here are max-age");
    }

    @Test
    void unknownSystemPropertyIsAFault() {
        assertThatThrownBy(() -> ConfigurationReader.of(Map.of("latchkey.ceremny.timeout", "5 min"), Map.of())
                        .parse(ConfigTexts.MINIMAL))
                .hasMessageContaining("latchkey.ceremny: unknown key, did you mean ceremony?");
    }

    @Test
    void sectionOutsideTheRootIsAFault() {
        assertThat(faultsWith("ceremony.timeout = 5 min")).containsExactly("ceremony: belongs inside latchkey { … }");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    latchkey.ceremony.timeout = 60          | latchkey.ceremony.timeout = 60: needs a duration with its unit
                    latchkey.ceremony.timeout = 1 fortnight | latchkey.ceremony.timeout = "1 fortnight": knows the units
                    latchkey.ceremony.timeout = null        | latchkey.ceremony.timeout = null: needs a duration
                    latchkey.ceremony.algorithms = [ES256]  | needs a whole number
                    latchkey.ceremony.algorithms = null     | needs a list
                    latchkey.login.session = yes            | latchkey.login.session = "yes": needs true or false
                    latchkey.my-account.max-passkeys = many | latchkey.my-account.max-passkeys = "many": needs a whole number
                    latchkey.endpoints.max-body = 64        | latchkey.endpoints.max-body = 64: needs a size with its unit
                    latchkey.endpoints.max-body = 64 KB     | knows the units bytes, KiB and MiB
                    latchkey.clients.web.grants = [implicit]| needs one of passkey, refresh-token
                    latchkey.realms.r.identifiers.email = no| needs one of required, optional, off
                    latchkey.realms.r.user-verification = discouraged | needs one of required, preferred
                    latchkey.storage.persistence-unit = ""  | needs a text that is not empty
                    latchkey.keys = secret                  | latchkey.keys = "secret": is a section
                    latchkey.domains = auth.example.com     | latchkey.domains = "auth.example.com": is a list of sections
                    latchkey.domains = [{ rp-id = a.example.com }] | latchkey.domains.0.host: is missing
                    latchkey.clients.web.allowed-origins = { a = b } | needs a list
                    """)
    void valueOfTheWrongTypeIsAFaultWithKeyValueAndRemedy(String line, String fault) {
        assertThat(faultsWith(line)).singleElement().asString().contains(fault);
    }

    @Test
    void everyFaultIsInOneMessage() {
        String text = """
                latchkey {
                  domains = [ { host = Auth.example.com }, { host = "10.0.0.1" }, { host = shop.example.com, rp-id = com } ]
                  clients {
                    web { allowed-origins = ["https://shop.example.com/"], session-login = true, colour = red }
                    backend { secrets = [short] }
                  }
                  ceremony { timeout = 1 h, algorithms = [-65535] }
                  tokens.id-token-lifetime = soon
                  keys.secret = too short
                }
                """;

        assertThat(faultsOf(text))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).startsWith("latchkey.domains.0.host = \"Auth.example.com\""),
                        fault -> assertThat(fault).startsWith("latchkey.domains.1.host = \"10.0.0.1\""),
                        fault -> assertThat(fault).startsWith("latchkey.domains.2.rp-id = \"com\""),
                        fault -> assertThat(fault).startsWith("latchkey.clients.web.allowed-origins"),
                        fault -> assertThat(fault).startsWith("latchkey.clients.web.session-login = true"),
                        fault -> assertThat(fault).startsWith("latchkey.clients.web.colour"),
                        fault -> assertThat(fault).startsWith("latchkey.clients.backend.secrets"),
                        fault -> assertThat(fault).startsWith("latchkey.ceremony.timeout = 1 h"),
                        fault -> assertThat(fault).startsWith("latchkey.ceremony.algorithms = -65535"),
                        fault -> assertThat(fault).startsWith("latchkey.tokens.id-token-lifetime = \"soon\""),
                        fault -> assertThat(fault).startsWith("latchkey.keys.secret"));
        assertThatThrownBy(() -> READER.parse(text))
                .hasMessageStartingWith("Latchkey cannot start: 11 faults in the configuration\n  - ");
    }

    @Test
    void emptyConfigurationServesNothing() {
        assertThat(faultsOf(""))
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("latchkey.domains: is empty"),
                        fault -> assertThat(fault).startsWith("latchkey.clients: is empty"));
    }

    @Test
    void secretsAreNeverInAMessage() {
        List<String> faults = faultsWith("""
                latchkey.keys { secret = hunter2, former-secrets = [hunter3], keystore { password = hunter4 } }
                latchkey.clients.a.secrets = [hunter5]
                latchkey.clients.b.secrets = ["sha256:hunter6"]
                latchkey.clients.c.secrets = { hunter = 7 }
                latchkey.clients.d.secrets = [[hunter8]]
                """);

        assertThat(faults).hasSize(7).noneMatch(fault -> fault.contains("hunter"));
        assertThat(READER.parse(ConfigTexts.MINIMAL + "latchkey.keys.secret = 0123456789abcdef0123456789abcdef")
                        .toString())
                .doesNotContain("0123456789abcdef");
    }
}
