package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.Grant;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** "Well-known documents (from configuration, never hosted by hand)". */
class WellKnownTest {
    private static final String RELATED = "https://www.example.net";
    private static final String UNRELATED = "https://id.example.org";
    private static final String FINGERPRINT = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";

    private Deployment deployment;
    private ContractClient client;

    @BeforeEach
    void start() throws Exception {
        deployment = Deployment.start(
                config -> config.domain("localhost:1", domain -> domain.relatedOrigins(RELATED)
                                .enrollUrl("https://www.example.com/passkeys/new")
                                .manageUrl("https://www.example.com/passkeys"))
                        .domain("id.example.org", domain -> domain.rpId("example.org"))
                        .client("mobile", mobile -> mobile.grants(Grant.PASSKEY)
                                .allowedOrigins(RELATED, UNRELATED)
                                .ios("ABCDE12345", "com.example.app")
                                .android("com.example.app", FINGERPRINT)),
                Clock.systemUTC());
        client = deployment.client("mobile");
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    @DisplayName("§6: webcredentials.apps and applinks from each client's iOS team_id + app_bundle_identifier")
    void appleAppSiteAssociationNamesTheApp() {
        Answer answer = document("/.well-known/apple-app-site-association");

        assertThat(answer.body().at("/webcredentials/apps").toString()).isEqualTo("[\"ABCDE12345.com.example.app\"]");
        assertThat(answer.body().at("/applinks/details/0/appIDs").toString())
                .isEqualTo("[\"ABCDE12345.com.example.app\"]");
    }

    @Test
    @DisplayName("§6: both relations delegate_permission/common.get_login_creds and …handle_all_urls, from "
            + "app_package_name + sha256_cert_fingerprints")
    void assetLinksNameTheAppWithItsFingerprint() {
        Answer answer = document("/.well-known/assetlinks.json");

        assertThat(answer.body().at("/0/relation").toString())
                .isEqualTo("[\"delegate_permission/common.get_login_creds\","
                        + "\"delegate_permission/common.handle_all_urls\"]");
        assertThat(answer.body().at("/0/target/package_name").asText()).isEqualTo("com.example.app");
        assertThat(answer.body().at("/0/target/sha256_cert_fingerprints/0").asText())
                .startsWith("E3:B0:C4:42:")
                .hasSize(95);
    }

    /** "the same fingerprints give the android:apk-key-hash: origins". */
    @Test
    @DisplayName("§6: the same fingerprints give the android:apk-key-hash: origins")
    void androidAppAnswersOnTheOriginOfItsFingerprint() {
        ContractClient app = client.withAppOrigin("android:apk-key-hash:" + FINGERPRINT);

        app.signup(new SoftwareAuthenticator(), ContractClient.profile("a@example.com"))
                .expect(200);
    }

    @Test
    @DisplayName("§6: /.well-known/webauthn: related origins for rpIds that serve several domains")
    void relatedOriginsAreThoseOfTheRpId() {
        assertThat(document("/.well-known/webauthn").body().toString())
                .isEqualTo("{\"origins\":[\"" + RELATED + "\"]}");
    }

    @Test
    void pageOnARelatedOriginSignsUpAndIn() {
        ContractClient page = client.withHeader("Origin", RELATED);
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();

        page.signup(authenticator, ContractClient.profile("a@example.com"), on(RELATED))
                .expect(200);
        page.login(authenticator, on(RELATED)).expect(200);
    }

    @Test
    void answerOfAnOriginThatIsNotRelatedIsRefused() {
        ContractClient page = client.withHeader("Origin", UNRELATED);

        page.signup(new SoftwareAuthenticator(), ContractClient.profile("a@example.com"), on(UNRELATED))
                .expectError(400, "invalid_grant");
    }

    @Test
    @DisplayName("§6: enroll and manage URLs of the host application, when configured")
    void passkeyPagesAreThoseOfTheDomain() throws Exception {
        try (Deployment other = Deployment.start(
                config -> config.domain("id.example.org", domain -> domain.enrollUrl("https://www.example.org/new")
                        .manageUrl("https://www.example.org/passkeys")))) {
            Answer answer = other.clientOf("id.example.org", "web").send("GET", "/.well-known/passkey-endpoints");

            assertThat(answer.expect(200).body().toString())
                    .isEqualTo("{\"enroll\":\"https://www.example.org/new\","
                            + "\"manage\":\"https://www.example.org/passkeys\"}");
        }
    }

    @Test
    void domainWithoutPagesHasNoDocumentOfThem() {
        client.send("GET", "/.well-known/passkey-endpoints").expectError(404, "not_found");
    }

    @Test
    void discoveryNamesEveryEndpoint() {
        Answer answer = client.discovery().expect(200);

        assertThat(answer.text("userinfo_endpoint")).isEqualTo("https://localhost/userinfo");
        assertThat(answer.text("revocation_endpoint")).isEqualTo("https://localhost/oauth/revoke");
        assertThat(answer.body().path("grant_types_supported"))
                .extracting(Object::toString)
                .containsExactly("\"" + ContractClient.WEBAUTHN_GRANT + "\"", "\"refresh_token\"");
    }

    /** As a browser answers that believes the origin to be related. */
    private static Bend on(String origin) {
        return Bend.none().origin(origin);
    }

    private Answer document(String path) {
        Answer answer = client.send("GET", path).expect(200);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("Cache-Control")).contains("public, max-age=300");
        return answer;
    }
}
