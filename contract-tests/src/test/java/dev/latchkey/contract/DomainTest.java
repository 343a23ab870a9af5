package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.DpopKey;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** §7: several domains in one deployment: issuers, rpIds, related origins, and what proxies tell of them. */
class DomainTest {
    private static final String SHOP = "shop.example.com";
    private static final String CLUB = "club.example.org";
    private static final String BRAND = "https://www.brand.example.net";

    private static Deployment deployment;

    @BeforeAll
    static void start() throws Exception {
        deployment = Deployment.start(config -> config.domain(SHOP, domain -> domain.relatedOrigins(BRAND))
                .domain(CLUB, domain -> domain.basePath("/id"))
                .client("web", client -> client.allowedOrigins("https://" + SHOP, "https://" + CLUB, BRAND)
                        .myAccount(true))
                .proxies(proxies -> proxies.trusted("127.0.0.1")));
    }

    @AfterAll
    static void stop() {
        deployment.close();
    }

    @Test
    @DisplayName("§7: A deployment lists its domains; each has an issuer, an rpId")
    void everyDomainHasAnIssuerAndAnRpIdOfItsOwn() {
        for (String host : new String[] {SHOP, CLUB}) {
            ContractClient client = at(host);
            assertThat(client.passkeyChallenge()
                            .body()
                            .at("/authn_params_public_key/rpId")
                            .asText())
                    .isEqualTo(host);
            assertThat(client.discovery().text("issuer")).isEqualTo("https://" + host + "/");
        }
    }

    @Test
    @DisplayName("§7: Passkeys carry the rpId that they were made for, and serve only there")
    void passkeyOfOneDomainDoesNotServeTheOther() {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
        at(SHOP).signup(authenticator, profile("ann@example.com")).expect(200);
        ContractClient club = at(CLUB);
        Answer challenge = club.passkeyChallenge();

        ContractClient shopThatAnswersTheClub = at(SHOP);
        Bend answersTheClub = Bend.none().challenge(Scenario.challenge(challenge));
        Answer shopsChallenge = shopThatAnswersTheClub.passkeyChallenge();
        Answer refused = club.token(
                challenge.text("auth_session"),
                shopThatAnswersTheClub.get(authenticator, shopsChallenge, answersTheClub));

        Shapes.oauthError(refused, 400, "invalid_grant");
        at(SHOP).login(authenticator).expect(200);
    }

    @Test
    @DisplayName("§6: related origins for rpIds that serve several domains (WebAuthn L3 §5.11")
    void relatedOriginUsesTheRpIdWhereItIsConfigured() {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
        at(SHOP).signup(authenticator, profile("bea@example.com")).expect(200);

        pageOfTheBrand(SHOP).login(authenticator, Bend.none().origin(BRAND)).expect(200);
        assertThat(at(SHOP).send("GET", "/.well-known/webauthn")
                        .expect(200)
                        .body()
                        .at("/origins/0")
                        .asText())
                .isEqualTo(BRAND);
        Shapes.oauthError(
                pageOfTheBrand(CLUB)
                        .signup(
                                authenticator,
                                profile("eve@example.com"),
                                Bend.none().origin(BRAND)),
                400,
                "invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({"com, public suffix", "co.uk, public suffix", "127.0.0.1, IP address", "example.net, neither"})
    @DisplayName("§7: An rpId that is a public suffix, an IP address or no suffix of its domain fails the start")
    void rpIdThatBrowsersRefuseStopsTheStart(String rpId, String reason) {
        String host = rpId.equals("co.uk") ? "shop.example.co.uk" : SHOP;

        assertThatThrownBy(() -> LatchkeyConfig.builder()
                        .domain(host, domain -> domain.rpId(rpId))
                        .client("web", client -> {})
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("latchkey.domains.0.rp-id = \"" + rpId + "\"")
                .hasMessageContaining(reason);
    }

    @Test
    @DisplayName(
            "§7: A request is for the domain that its Host names (forwarded headers count only from listed proxies)")
    void listedProxyTellsWhichDomainARequestIsFor() {
        ContractClient throughProxy = deployment
                .clientOf("inside", "web")
                .withOrigin("https://" + SHOP)
                .withHeader("X-Forwarded-Proto", "https")
                .withHeader("X-Forwarded-Host", SHOP)
                .withHeader("X-Forwarded-Prefix", "/accounts");

        if (Door.ofThisRun().knowsWhoConnects()) {
            String token = Scenario.tokenOf(throughProxy, "https://" + SHOP + "/me/", "cleo@example.com");
            assertThat(throughProxy
                            .withBearer(token)
                            .myAccount()
                            .create()
                            .expect(202)
                            .header("Location"))
                    .contains("https://" + SHOP + "/accounts/me/v1/authentication-methods/passkey%7Cnew");
            assertThat(throughProxy.discovery().text("token_endpoint"))
                    .isEqualTo("https://" + SHOP + "/accounts/oauth/token");
        } else {
            Shapes.oauthError(throughProxy.passkeyChallenge(), 400, "invalid_request");
        }
    }

    @Test
    void proofOfAKeyIsForTheAddressThatTheClientSees() {
        if (Door.ofThisRun().knowsWhoConnects()) {
            ContractClient throughProxy = at(SHOP).withHeader("X-Forwarded-Proto", "https")
                    .withHeader("X-Forwarded-Host", SHOP)
                    .withHeader("X-Forwarded-Prefix", "/accounts");
            SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
            DpopKey key = DpopKey.es256();

            Answer bound = throughProxy
                    .withDpop(URI.create("https://" + SHOP + "/accounts"), key)
                    .signup(authenticator, profile("emma@example.com"))
                    .expect(200);
            Answer refused =
                    throughProxy.withDpop(URI.create("https://" + SHOP), key).login(authenticator);

            assertThat(bound.text("token_type")).isEqualTo("DPoP");
            Shapes.oauthError(refused, 400, "invalid_dpop_proof");
        }
    }

    @ParameterizedTest
    @CsvSource({"X-Forwarded-Proto, gopher", "X-Forwarded-Host, shop.example.com/x", "X-Forwarded-Prefix, accounts"})
    void faultInAListedProxysHeadersIsRefused(String header, String value) {
        Answer answer = at(SHOP).withHeader(header, value).passkeyChallenge();

        if (Door.ofThisRun().knowsWhoConnects()) {
            Shapes.oauthError(answer, 400, "invalid_request");
        } else {
            answer.expect(200);
        }
    }

    @Test
    void forwardedHostThatIsNoDomainIsRefused() {
        if (Door.ofThisRun().knowsWhoConnects()) {
            Shapes.oauthError(
                    at(SHOP).withHeader("X-Forwarded-Host", "evil.example").passkeyChallenge(), 400, "invalid_request");
        }
    }

    @Test
    void configuredBasePathIsWhereClientsFindTheEndpoints() {
        ContractClient club = at(CLUB);
        Answer discovery = club.discovery();

        assertThat(discovery.text("token_endpoint")).isEqualTo("https://" + CLUB + "/id/oauth/token");
        assertThat(discovery.text("jwks_uri")).isEqualTo("https://" + CLUB + "/id/.well-known/jwks.json");
        String token = Scenario.tokenOf(club, "https://" + CLUB + "/me/", "dora@example.com");
        assertThat(club.withBearer(token).myAccount().create().expect(202).header("Location"))
                .contains("http://" + CLUB + "/id/me/v1/authentication-methods/passkey%7Cnew");
    }

    private static ContractClient at(String host) {
        return deployment.clientOf(host, "web").withOrigin("https://" + host);
    }

    /** Its browser lets it use the rpId of the host, as that lists related origins. */
    private static ContractClient pageOfTheBrand(String host) {
        return at(host).withHeader("Origin", BRAND);
    }
}
