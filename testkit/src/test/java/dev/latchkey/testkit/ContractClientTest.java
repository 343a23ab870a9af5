package dev.latchkey.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractClientTest {

    private final RecordingTransport transport = new RecordingTransport();
    private final ContractClient client = ContractClient.of(transport, "web");
    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();

    @Test
    void registerSendsTheProfileAndWhoAsks() {
        client.withSecret("s3cret")
                .withRealm("staff")
                .withScope("openid")
                .passkeyRegister(ContractClient.profile("a@b.c"));

        assertSent("POST", "/passkey/register");
        assertThat(transport.last().headers()).containsEntry("Content-Type", "application/json");
        assertThat(transport.lastBody())
                .isEqualTo(Json.read("{\"client_id\":\"web\",\"client_secret\":\"s3cret\",\"realm\":\"staff\","
                        + "\"user_profile\":{\"email\":\"a@b.c\"}}"));
    }

    @Test
    void signupAnswersItsOwnChallengeAndAsksForTokens() {
        Answer answer = client.withScope("openid").signup(authenticator, ContractClient.profile("a@b.c"));

        assertThat(answer.expect(200).text("access_token")).isEqualTo("at");
        assertThat(transport.requests)
                .extracting(Transport.Request::path)
                .containsExactly("/passkey/register", "/oauth/token");
        JsonNode body = transport.lastBody();
        assertThat(body.path("grant_type").asText()).isEqualTo("urn:okta:params:oauth:grant-type:webauthn");
        assertThat(body.path("auth_session").asText()).isEqualTo("sealed");
        assertThat(body.path("scope").asText()).isEqualTo("openid");
        assertThat(body.has("audience")).isFalse();
        RegistrationAnswer registration = RegistrationAnswer.read(body.path("authn_response"));
        assertThat(registration.clientData().path("origin").asText()).isEqualTo("https://auth.example.com");
        assertThat(registration.credential().credentialId())
                .isEqualTo(authenticator.credentials().get(0).id());
    }

    @Test
    void loginIsBentAsAsked() {
        client.signup(authenticator, ContractClient.profile("a@b.c"));
        client.login(authenticator, Bend.none().type("payment.get"));

        AssertionAnswer assertion = AssertionAnswer.read(transport.lastBody().path("authn_response"));
        assertThat(assertion.clientData().path("type").asText()).isEqualTo("payment.get");
    }

    @Test
    void enrollSendsTheAccessTokenAndTheAnswer() {
        Answer answer = client.enroll(authenticator, "at");

        assertThat(answer.expect(201).text("id")).isEqualTo("passkey|dev_1");
        assertThat(transport.requests)
                .extracting(each -> each.headers().get("Authorization"))
                .containsExactly("Bearer at", "Bearer at");
        assertThat(transport.lastBody().fieldNames()).toIterable().containsExactly("auth_session", "authn_response");
    }

    @Test
    void proofIsForEachRequestAndForTheTokenThatItCarries() {
        DpopKey key = DpopKey.es256();
        ContractClient proving = client.withDpop(URI.create("https://auth.example.com/app/"), key);

        proving.refresh("r1");
        JsonNode refresh = lastProof();
        proving.withDpopToken("at").myAccount().list("passkey");
        JsonNode list = lastProof();
        client.withDpop(URI.create("https://a"), key, proof -> proof.htm("PUT")).refresh("r1");

        assertThat(refresh.path("htm").asText()).isEqualTo("POST");
        assertThat(refresh.path("htu").asText()).isEqualTo("https://auth.example.com/app/oauth/token");
        assertThat(refresh.has("ath")).isFalse();
        assertThat(list.path("htm").asText()).isEqualTo("GET");
        assertThat(list.path("htu").asText()).isEqualTo("https://auth.example.com/app/me/v1/authentication-methods");
        assertThat(list.path("ath").asText())
                .isEqualTo(Bytes.utf8("at").sha256().base64Url());
        assertThat(list.path("jti")).isNotEqualTo(refresh.path("jti"));
        assertThat(lastProof().path("htm").asText()).isEqualTo("PUT");
    }

    @Test
    void pageSendsItsOriginAndAnAppDoesNot() {
        client.withOrigin("http://auth.example.com:8080").signup(authenticator, ContractClient.profile("a@b.c"));
        assertThat(transport.last().headers()).containsEntry("Origin", "http://auth.example.com:8080");
        assertThat(lastOrigin()).isEqualTo("http://auth.example.com:8080");

        client.withAppOrigin("android:apk-key-hash:x").signup(authenticator, ContractClient.profile("a@b.c"));
        assertThat(transport.last().headers()).doesNotContainKey("Origin");
        assertThat(lastOrigin()).isEqualTo("android:apk-key-hash:x");
    }

    @Test
    void tokenCarriesScopesAndAudience() {
        client.token("sealed", Json.object(), "openid email", "https://api.example.com/");

        assertThat(transport.lastBody().path("scope").asText()).isEqualTo("openid email");
        assertThat(transport.lastBody().path("audience").asText()).isEqualTo("https://api.example.com/");
    }

    @Test
    void refreshIsJsonOrAForm() {
        client.withBasicSecret("p:w").refresh("r/1");
        assertSent("POST", "/oauth/token");
        assertThat(transport.lastBody())
                .isEqualTo(Json.read(
                        "{\"client_id\":\"web\",\"grant_type\":\"refresh_token\",\"refresh_token\":\"r/1\"}"));
        assertThat(transport.last().headers()).containsEntry("Authorization", "Basic d2ViOnAlM0F3");

        client.refreshByForm("r/1");
        assertThat(transport.last().headers()).containsEntry("Content-Type", "application/x-www-form-urlencoded");
        assertThat(lastText()).isEqualTo("client_id=web&grant_type=refresh_token&refresh_token=r%2F1");
    }

    @Test
    void formCarriesObjectsAsJson() {
        ObjectNode members = Json.object();
        members.putObject("authn_response").put("id", "x");

        client.sendForm("/oauth/token", members);

        assertThat(lastText()).isEqualTo("authn_response=%7B%22id%22%3A%22x%22%7D");
    }

    @Test
    void myAccountCallsGoWhereTheContractSays() {
        MyAccountClient me = client.withBearer("at").myAccount();
        me.factors();
        assertSent("GET", "/me/v1/factors");
        me.list();
        assertSent("GET", "/me/v1/authentication-methods");
        me.list("passkey");
        assertSent("GET", "/me/v1/authentication-methods?type=passkey");
        me.create(Json.object().put("use_exclude_credentials", true));
        assertThat(transport.lastBody())
                .isEqualTo(Json.read("{\"use_exclude_credentials\":true,\"type\":\"passkey\"}"));
        me.get("passkey|dev_1");
        assertSent("GET", "/me/v1/authentication-methods/passkey%7Cdev_1");
        me.rename("passkey|dev_1", "Work");
        assertSent("PATCH", "/me/v1/authentication-methods/passkey%7Cdev_1");
        assertThat(lastText()).isEqualTo("{\"name\":\"Work\"}");
        me.delete("passkey|dev_1");
        assertSent("DELETE", "/me/v1/authentication-methods/passkey%7Cdev_1");
        assertThat(transport.last().headers()).containsEntry("Authorization", "Bearer at");
    }

    @Test
    void otherEndpointsAreAsked() {
        client.jwks();
        assertSent("GET", "/.well-known/jwks.json");
        client.discovery();
        assertSent("GET", "/.well-known/openid-configuration");
        client.userinfo();
        assertSent("GET", "/userinfo");
        client.revoke("r1");
        assertSent("POST", "/oauth/revoke");
        assertThat(lastText()).isEqualTo("client_id=web&token=r1");
    }

    @Test
    void failedChallengeEndsTheFlowWithTheWholeAnswer() {
        ContractClient refused = ContractClient.of(
                request -> new Transport.Response(403, Map.of(), Bytes.utf8("{\"error\":\"access_denied\"}")), "web");

        assertThatThrownBy(() -> refused.login(authenticator))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected 200")
                .hasMessageContaining("access_denied");
    }

    @Test
    void noAnswerIsAnException() {
        ContractClient cut = ContractClient.of(
                request -> {
                    throw new IOException("cut");
                },
                "web");

        assertThatThrownBy(cut::jwks).isInstanceOf(UncheckedIOException.class).hasMessageContaining("GET /.well-known");
    }

    private void assertSent(String method, String path) {
        assertThat(transport.last().method()).isEqualTo(method);
        assertThat(transport.last().path()).isEqualTo(path);
    }

    private JsonNode lastProof() {
        String header = transport.last().headers().getOrDefault("DPoP", "");
        return Json.read(Bytes.fromBase64Url(header.split("\\.", -1)[1]));
    }

    private String lastText() {
        return new String(transport.last().body().toArray(), StandardCharsets.UTF_8);
    }

    private String lastOrigin() {
        return RegistrationAnswer.read(transport.lastBody().path("authn_response"))
                .clientData()
                .path("origin")
                .asText();
    }
}
