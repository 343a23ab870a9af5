package dev.latchkey.config;

import static dev.latchkey.config.ConfigTexts.MINIMAL;
import static dev.latchkey.config.ConfigTexts.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BuilderTest {

    @Test
    void builderStartsFromTheDefaultsOfTheReference() {
        LatchkeyConfig config = LatchkeyConfig.builder()
                .domain("auth.example.com")
                .client("web", client -> client.allowedOrigins("https://auth.example.com"))
                .build();

        assertThat(config).isEqualTo(READER.parse(MINIMAL));
    }

    @Test
    void builderSaysTheSameAsAFile() {
        String secret = "0123456789abcdef0123456789abcdef";
        String fingerprint = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";

        LatchkeyConfig built = LatchkeyConfig.builder()
                .domain("auth.example.com", domain -> domain.issuer("https://auth.example.com:8443/")
                        .rpId("example.com")
                        .rpName("Example")
                        .relatedOrigins("https://www.example.net")
                        .enrollUrl("https://example.com/new")
                        .manageUrl("https://example.com/passkeys"))
                .domain("localhost:8443")
                .client("web", client -> client.secrets("a secret, with a comma")
                        .grants(Grant.PASSKEY, Grant.REFRESH_TOKEN)
                        .allowedOrigins("https://www.example.com", "http://localhost:3000")
                        .sessionLogin(true)
                        .myAccount(true)
                        .audiences("https://api.example.com/")
                        .scopes("read:orders")
                        .dpop(DpopPolicy.REQUIRED)
                        .ios("ABCDE12345", "com.example.app")
                        .android("com.example.app", fingerprint))
                .realm("members", realm -> realm.email(Realm.Presence.OPTIONAL)
                        .phoneNumber(Realm.Presence.REQUIRED)
                        .username(Realm.Presence.OPTIONAL)
                        .signup(true)
                        .takenIdentifier(Realm.TakenIdentifier.AT_EXCHANGE)
                        .userVerification(Realm.UserVerification.PREFERRED)
                        .attestationRequired(true)
                        .allowedAaguids(UUID.fromString("ee882879-721c-4913-9775-3dfcce97072a"))
                        .deniedAaguids(UUID.fromString("f24a8e70-d0d3-f82c-2937-32523cc4de5a"))
                        .organizations("org_1"))
                .realm("staff", realm -> realm.signup(false))
                .ceremony(ceremony -> ceremony.timeout(Duration.ofMinutes(2))
                        .algorithms(-7, -257)
                        .attestationFormats("none", "packed")
                        .attestationMetadata(Path.of("blob.jwt"), Path.of("root.pem"), Path.of("a.crl"))
                        .crossOrigin(true)
                        .topOrigins("https://shop.example")
                        .refuseCounterFall(false)
                        .signalUnknownCredential(true))
                .tokens(tokens -> tokens.accessTokenLifetime(Duration.ofMinutes(5))
                        .idTokenLifetime(Duration.ofMinutes(6))
                        .refreshTokenIdleLifetime(Duration.ofDays(7))
                        .refreshTokenLifetime(Duration.ofDays(8)))
                .dpop(dpop -> dpop.maxAge(Duration.ofSeconds(20))
                        .clockSkew(Duration.ofSeconds(5))
                        .nonces(true)
                        .nonceLifetime(Duration.ofMinutes(2)))
                .keys(keys -> keys.secret(secret).formerSecrets(secret + "1").keystore("keys.p12", "changeit"))
                .crypto(crypto -> crypto.provider(CryptoProvider.AMAZON_CORRETTO))
                .login(login -> login.session(true)
                        .container(true)
                        .principalAttribute("user")
                        .authenticatedAtAttribute("since"))
                .myAccount(account -> account.session(true)
                        .maxAuthenticationAge(Duration.ofMinutes(5))
                        .maxPasskeys(3)
                        .conditionalCreate(true))
                .endpoints(endpoints -> endpoints
                        .signup(false)
                        .login(true)
                        .myAccount(true)
                        .discovery(false)
                        .openApi(true)
                        .warmUp(false)
                        .maxBodyBytes(32 << 10))
                .corsMaxAge(Duration.ofMinutes(1))
                .filter(filter -> filter.applicationPath("/api"))
                .accounts(accounts -> accounts.entity("com.example.Member")
                        .attribute(AccountAttribute.ID, "id")
                        .attribute(AccountAttribute.EMAIL, "mail")
                        .attribute(AccountAttribute.PHONE_NUMBER, "phone")
                        .attribute(AccountAttribute.USERNAME, "login")
                        .signup(false)
                        .defaultValue("roles", "member")
                        .otherWayIn(true))
                .storage(storage -> storage.persistenceUnit("app")
                        .dataSource("java:comp/env/jdbc/app")
                        .userTransaction("java:comp/UserTransaction")
                        .property("a.b", "c"))
                .build();

        LatchkeyConfig read = READER.parse("""
                latchkey {
                  domains = [
                    { host = auth.example.com, issuer = "https://auth.example.com:8443/", rp-id = example.com, rp-name = Example
                      related-origins = ["https://www.example.net"]
                      passkey-endpoints { enroll = "https://example.com/new", manage = "https://example.com/passkeys" } }
                    { host = "localhost:8443" }
                  ]
                  clients.web {
                    secrets = ["a secret, with a comma"], grants = [passkey, refresh-token]
                    allowed-origins = ["https://www.example.com", "http://localhost:3000"]
                    session-login = true, my-account = true
                    audiences = ["https://api.example.com/"], scopes = ["read:orders"], dpop = required
                    ios { team-id = ABCDE12345, app-bundle-identifier = com.example.app }
                    android { app-package-name = com.example.app, sha256-cert-fingerprints = [%s] }
                  }
                  default-realm = members
                  realms {
                    members {
                      identifiers { email = optional, phone-number = required, username = optional }
                      taken-identifier = at-exchange, user-verification = preferred, organizations = [org_1]
                      attestation { required = true, allowed-aaguids = [ee882879-721c-4913-9775-3dfcce97072a]
                        denied-aaguids = [f24a8e70-d0d3-f82c-2937-32523cc4de5a] }
                    }
                    staff.signup = false
                  }
                  ceremony {
                    timeout = 2 min, algorithms = [-7, -257], attestation-formats = [none, packed]
                    attestation-metadata { file = blob.jwt, root-certificate = root.pem, revocation-lists = [a.crl] }
                    cross-origin = true, top-origins = ["https://shop.example"], refuse-counter-fall = false
                    signal-unknown-credential = true
                  }
                  tokens {
                    access-token-lifetime = 5 min, id-token-lifetime = 6 min
                    refresh-token-idle-lifetime = 7 d, refresh-token-lifetime = 8 d
                  }
                  dpop { max-age = 20 s, clock-skew = 5 s, nonces = true, nonce-lifetime = 2 min }
                  keys { secret = %s, former-secrets = [%s1], keystore { file = keys.p12, password = changeit } }
                  crypto.provider = amazon-corretto
                  login { session = true, container = true, principal-attribute = user, authenticated-at-attribute = since }
                  my-account { session = true, max-authentication-age = 5 min, max-passkeys = 3
                    conditional-create = true }
                  endpoints { signup = false, discovery = false, openapi = true, warm-up = false, max-body = 32 KiB }
                  cors.max-age = 1 min
                  filter.application-path = /api
                  accounts {
                    entity = com.example.Member
                    attributes { id = id, email = mail, phone-number = phone, username = login }
                    signup = false, defaults.roles = member, other-way-in = true
                  }
                  storage {
                    persistence-unit = app, data-source = "java:comp/env/jdbc/app"
                    user-transaction = "java:comp/UserTransaction", properties.a.b = c
                  }
                }
                """.formatted(fingerprint, secret, secret));

        assertThat(built).isEqualTo(read);
        assertThat(built.defaultRealm().name()).isEqualTo("members");
        assertThat(built.domains().get(0).rpName()).isEqualTo("Example");
    }

    @Test
    void builderEndsInTheSameCheck() {
        assertThatThrownBy(() -> LatchkeyConfig.builder()
                        .domain("auth.example.com")
                        .client("web", client -> client.allowedOrigins("https://auth.example.com/"))
                        .ceremony(ceremony -> ceremony.timeout(Duration.ofSeconds(5)))
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("latchkey.clients.web.allowed-origins = \"https://auth.example.com/\"")
                .hasMessageContaining("latchkey.ceremony.timeout = 5 s");
    }

    @Test
    void configurationMadeByHandIsCheckedTheSame() {
        LatchkeyConfig good = READER.parse(MINIMAL);
        LatchkeyConfig bad = new LatchkeyConfig(
                List.of(new Domain("auth.example.com", "http://auth.example.com", "com", "Example")),
                good.proxies(),
                good.clients(),
                good.realms(),
                new CeremonySettings(
                        Duration.ZERO,
                        List.of(-7),
                        Set.of("none"),
                        MetadataFiles.NONE,
                        false,
                        Set.of(),
                        true,
                        false,
                        false,
                        20),
                good.tokens(),
                good.dpop(),
                good.keys(),
                good.crypto(),
                good.session(),
                good.endpoints(),
                good.rateLimits(),
                good.filter(),
                good.accounts(),
                good.storage());

        assertThat(good.checked()).isSameAs(good);
        assertThatThrownBy(bad::checked)
                .hasMessageContaining("latchkey.domains.0.issuer")
                .hasMessageContaining("latchkey.domains.0.rp-id")
                .hasMessageContaining("latchkey.ceremony.timeout");
    }
}
