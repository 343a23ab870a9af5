package dev.latchkey.config;

import static dev.latchkey.config.ConfigTexts.faultsWith;
import static dev.latchkey.config.ConfigTexts.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ceremony.timeout = 9999 ms          | latchkey.ceremony.timeout = 9999 ms: needs to be from 10 s to 10 min
                    ceremony.timeout = 601 s            | latchkey.ceremony.timeout = 601 s
                    ceremony.algorithms = []            | latchkey.ceremony.algorithms
                    ceremony.algorithms = [-7, -7]      | lists one twice
                    ceremony.algorithms = [-65535]      | is not supported
                    ceremony.algorithms = [-9]          | is not supported
                    ceremony.attestation-formats = []   | latchkey.ceremony.attestation-formats
                    ceremony.attestation-formats = [android-safetynet] | use android-key instead
                    ceremony.attestation-formats = [compound]          | is not supported
                    my-account.max-passkeys = 0         | latchkey.my-account.max-passkeys = 0
                    my-account.max-authentication-age = 59 s | latchkey.my-account.max-authentication-age
                    endpoints.max-body = 4095 bytes     | latchkey.endpoints.max-body = "4095 bytes"
                    endpoints.max-body = 2 MiB          | latchkey.endpoints.max-body
                    cors.max-age = 25 h                 | latchkey.cors.max-age = 25 h
                    tokens.access-token-lifetime = 2 d  | latchkey.tokens.access-token-lifetime
                    tokens.id-token-lifetime = 1 s      | latchkey.tokens.id-token-lifetime
                    tokens.refresh-token-lifetime = 14 d| refresh-token-idle-lifetime = 15 d: is longer than
                    tokens.refresh-token-lifetime = 400 d | latchkey.tokens.refresh-token-lifetime = 400 d
                    dpop.max-age = 9 s                  | latchkey.dpop.max-age = 9 s: needs to be from 10 s to 10 min
                    dpop.clock-skew = 6 min             | latchkey.dpop.clock-skew = 6 min
                    dpop.nonce-lifetime = 59 s          | latchkey.dpop.nonce-lifetime = 59 s
                    clients.web.dpop = always           | latchkey.clients.web.dpop = "always": needs one of off, optional, required
                    keys.secret = 0123456789abcdef0123456789abcde          | latchkey.keys.secret: needs at least 32
                    keys.former-secrets = 0123456789abcdef0123456789abcde  | latchkey.keys.former-secrets: each needs
                    keys.keystore.file = keys.p12       | latchkey.keys.keystore.password: is missing
                    keys.activation-delay = 6 min       | latchkey.keys.activation-delay = 6 min: needs to be longer than 6 min
                    keys.activation-delay = 8 d         | latchkey.keys.activation-delay = 8 d
                    keys.rotation-period = 23 h         | latchkey.keys.rotation-period = 23 h: needs to be from 1 d to 3650 d
                    keys { rotation-period = 2 d, activation-delay = 2 d } | latchkey.keys.rotation-period = 2 d: is not longer than
                    tokens.access-token-algorithm = HS512 | latchkey.tokens.access-token-algorithm = "HS512": needs one of es256, rs256, eddsa, hs256
                    tokens.access-token-algorithm = HS256, latchkey.clients.web.audiences = ["https://api.example.com/"] | latchkey.clients.web.audiences = "https://api.example.com/": could not verify its access tokens
                    clients.web.grants = []             | latchkey.clients.web.grants: is empty
                    clients.web.session-login = true    | needs latchkey.login.session = true
                    login.container = true              | latchkey.login.container = true: needs latchkey.login.session = true
                    clients.web.scopes = ["two words"]  | a scope is one word
                    clients.web.secrets = fifteen-letters | latchkey.clients.web.secrets: a secret has at least 16
                    clients.web.secrets = ["sha256:12"] | after sha256: come the 64
                    clients."a b".grants = [passkey]    | a client_id has 1 to 128
                    clients.web.ios.team-id = ABCDE12345 | latchkey.clients.web.ios.app-bundle-identifier: is missing
                    clients.web.ios { team-id = abc, app-bundle-identifier = a.b } | latchkey.clients.web.ios.team-id = "abc"
                    clients.web.ios { team-id = ABCDE12345, app-bundle-identifier = "ABCDE12345 a" } | app-bundle-identifier =
                    clients.web.android.app-package-name = com.example.app | sha256-cert-fingerprints: is missing
                    clients.web.android { app-package-name = app, sha256-cert-fingerprints = [47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU] } | app-package-name = "app"
                    clients.web.android { app-package-name = a.b, sha256-cert-fingerprints = ["AB:CD"] } | sha256-cert-fingerprints = "AB:CD"
                    clients.web.android { app-package-name = a.b, sha256-cert-fingerprints = ["?"] } | sha256-cert-fingerprints = "?"
                    realms.r.identifiers.email = off    | latchkey.realms.r.identifiers: are all off
                    realms.r.attestation.allowed-aaguids = [ee882879-721c-4913-9775-3dfcce97072a] | set latchkey.realms.r.attestation.required = true
                    realms.r.attestation.denied-aaguids = [ee882879-721c-4913-9775-3dfcce97072a]  | prove nothing without attestation
                    realms.r.attestation { required = true, denied-aaguids = [ee882879] } | denied-aaguids = [ee882879]: needs AAGUIDs such as
                    realms.r.attestation { required = true, allowed-aaguids = [ee882879-721c-4913-9775-3dfcce97072a], denied-aaguids = [ee882879-721c-4913-9775-3dfcce97072a] } | keep it in one list
                    ceremony.attestation-metadata.file = blob.jwt | latchkey.ceremony.attestation-metadata.root-certificate: is missing
                    realms { a {}, b {} }               | latchkey.default-realm: is missing
                    default-realm = b, latchkey.realms.a {} | latchkey.default-realm = "b": no such realm
                    realms."a b" {}                     | a realm's name has
                    accounts.attributes.id = id         | latchkey.accounts.entity: is missing
                    accounts.defaults.roles = member    | latchkey.accounts.entity: is missing
                    accounts { entity = Member, attributes.id = id } | latchkey.accounts.attributes.email: is missing
                    accounts { entity = Member, attributes.email = id } | latchkey.accounts.attributes.id: is missing
                    storage { entity-manager-factory = emf, data-source = ds } | latchkey.storage.data-source = "ds"
                    storage { entity-manager-factory = emf, properties.a = b } | latchkey.storage.properties: have no effect
                    clients.web { my-account = true }, latchkey.endpoints.my-account = false | needs latchkey.endpoints.my-account = true
                    my-account.session = true           | latchkey.my-account.session = true: no client has session-login = true and an allowed origin
                    clients.web { allowed-origins = [], session-login = true }, latchkey.login.session = true, latchkey.my-account.session = true | latchkey.my-account.session = true: no client has
                    """)
    void senselessSettingIsRefused(String setting, String fault) {
        assertThat(faultsWith("latchkey." + setting)).singleElement().asString().contains(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ceremony.timeout = 10 s",
                "ceremony.timeout = 10 min",
                "ceremony.algorithms = [-36, -35, -19, -53, -258, -259]",
                "ceremony.attestation-formats = [none]",
                "my-account.max-passkeys = 1",
                "endpoints.max-body = 1 MiB",
                "cors.max-age = 0 s",
                "keys { secret = 0123456789abcdef0123456789abcdef, keystore { file = keys.p12, password = x } }",
                "keys { rotation-period = 0 d, activation-delay = 361 s }",
                "keys { rotation-period = 1 d, activation-delay = 1 h }",
                "tokens.access-token-algorithm = EdDSA",
                "tokens.access-token-algorithm = HS256",
                "tokens.access-token-algorithm = HS256, latchkey.clients.web.audiences = [\"https://auth.example.com/me/\"]",
                "clients.native.ios { team-id = ABCDE12345, app-bundle-identifier = com.example.app }",
                "clients.native.android { app-package-name = a.b, sha256-cert-fingerprints ="
                        + " [47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU] }",
                "realms { staff { signup = false, identifiers { email = off } } }",
                "accounts { entity = Member, attributes { id = id, email = mail } }",
                "storage { entity-manager-factory = emf }",
                "clients.web.session-login = true, latchkey.login.session = true",
                "clients.web.session-login = true, latchkey.login.session = true, latchkey.my-account.session = true",
            })
    void sensibleSettingIsAccepted(String setting) {
        assertThat(with("latchkey." + setting).domains()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cors.max-age = 10 min                      | latchkey.keys.secret: is not set
                    login.session = true                       | latchkey.login.session = true: no client
                    ceremony.cross-origin = true               | latchkey.ceremony.cross-origin = true
                    realms.r.user-verification = preferred     | latchkey.realms.r.user-verification
                    """)
    void doubtfulSettingStartsWithAWarning(String setting, String warning) {
        assertThat(with("latchkey." + setting).warnings()).anyMatch(text -> text.startsWith(warning));
    }
}
