package dev.latchkey.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code AuthClient} of auth0-auth-js on a server that has a secret, with a software authenticator in the place of its pages. */
@ExtendWith(SdkExtension.class)
class BackendIT {
    private static final String SCOPE = "openid profile email offline_access";

    private final Site site;
    private final NodeAgent node;
    private final SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
    private final Person user = Person.unknown();

    BackendIT(Site site, NodeAgent node) {
        this.site = site;
        this.node = node;
    }

    @Test
    void discoveryIsThatOfTheDomain() {
        JsonNode metadata = get("getServerMetadata");

        assertThat(metadata.path("issuer").textValue()).isEqualTo(site.address() + "/");
        assertThat(metadata.path("token_endpoint").textValue())
                .isEqualTo(site.address("/oauth/token").toString());
    }

    @Test
    void signupMakesAnAccountAndTellsWhoItIs() {
        JsonNode tokens = signUp();

        assertThat(tokens.path("tokenType").textValue()).isEqualToIgnoringCase("Bearer");
        assertThat(List.of(tokens.path("scope").textValue().split(" ", -1)))
                .containsExactlyInAnyOrder(SCOPE.split(" ", -1));
        assertThat(tokens.path("refreshToken").textValue()).isNotEmpty();
        assertThat(tokens.path("claims").path("email").textValue()).isEqualTo(user.email());
        assertThat(tokens.path("claims").path("aud").textValue()).isEqualTo("sample-backend");
    }

    @Test
    void loginFindsTheAccountByThePasskeyAlone() {
        JsonNode before = signUp().path("claims");

        JsonNode tokens = exchange(answered(get("passkey.challenge"))).value();

        assertThat(tokens.path("claims").path("sub")).isEqualTo(before.path("sub"));
    }

    @Test
    void accessTokenTellsWhoThePersonIs() {
        JsonNode tokens = signUp();

        JsonNode person = get("getUserInfo", Map.of("accessToken", tokens.path("accessToken")));

        assertThat(person.path("email").textValue()).isEqualTo(user.email());
        assertThat(person.path("sub")).isEqualTo(tokens.path("claims").path("sub"));
    }

    @Test
    void refreshTokenIsSpentAndReplaced() {
        JsonNode first = signUp();

        JsonNode second = refresh(first).value();

        assertThat(second.path("claims").path("sub"))
                .isEqualTo(first.path("claims").path("sub"));
        assertThat(second.path("refreshToken")).isNotEqualTo(first.path("refreshToken"));
        refuses(refresh(first), "TokenByRefreshTokenError", "invalid_grant");
    }

    @Test
    void refreshTokenFetchesATokenForAnotherAudience() {
        String audience = site.address("/me/").toString();

        JsonNode token = get(
                "getTokenByRefreshToken",
                Map.of(
                        "refreshToken",
                        signUp().path("refreshToken"),
                        "audience",
                        audience,
                        "scope",
                        "read:me:authentication_methods"));

        assertThat(Jwt.claims(token.path("accessToken")).path("aud").toString()).contains(audience);
        assertThat(token.path("scope").textValue()).contains("read:me:authentication_methods");
    }

    @Test
    void revokedRefreshTokenRefreshesNoMore() {
        JsonNode tokens = signUp();

        get("revokeToken", Map.of("token", tokens.path("refreshToken")));

        refuses(refresh(tokens), "TokenByRefreshTokenError", "invalid_grant");
    }

    @Test
    void wrongSecretIsNoClient() {
        Map<String, Object> options = new HashMap<>(options());
        options.put("clientSecret", "wrong");
        ObjectNode answer = made(get("passkey.register", user.profile()));

        SdkResult register = node.call(options, "passkey.register", user.profile());
        assertThat(register.error().path("statusCode").intValue()).isEqualTo(401);
        refuses(register, "PasskeyRegisterError", "invalid_client");
        refuses(node.call(options, "passkey.challenge"), "PasskeyChallengeError", "invalid_client");
        refuses(node.call(options, "passkey.getTokenByPasskey", answer), "PasskeyGetTokenError", "invalid_client");
    }

    @Test
    void unknownClientIsNoClient() {
        Map<String, Object> options = new HashMap<>(options());
        options.put("clientId", "nobody");

        refuses(node.call(options, "passkey.challenge"), "PasskeyChallengeError", "invalid_client");
    }

    @Test
    void spentAuthSessionIsNoGrant() {
        ObjectNode answer = made(get("passkey.register", user.profile()));
        exchange(answer).value();

        refuses(exchange(answer), "PasskeyGetTokenError", "invalid_grant");
    }

    @Test
    void answerToAnotherChallengeIsNoGrant() {
        signUp();
        ObjectNode answer = answered(get("passkey.challenge"));
        answer.set("authSession", get("passkey.challenge").path("authSession"));

        refuses(exchange(answer), "PasskeyGetTokenError", "invalid_grant");
    }

    @Test
    void takenIdentifierIsTold() {
        signUp();

        refuses(call("passkey.register", user.profile()), "PasskeyRegisterError", "invalid_request");
    }

    @Test
    void missingIdentifierIsTold() {
        refuses(call("passkey.register", Map.of("name", "Nobody")), "PasskeyRegisterError", "invalid_request");
    }

    private JsonNode signUp() {
        return exchange(made(get("passkey.register", user.profile()))).value();
    }

    /** The browser's part of a signup, as the arguments of {@code getTokenByPasskey}. */
    private ObjectNode made(JsonNode challenge) {
        return with(challenge, authenticator.create(challenge.path("authnParamsPublicKey"), Site.BACKEND_ORIGIN));
    }

    /** The browser's part of a login. */
    private ObjectNode answered(JsonNode challenge) {
        return with(challenge, authenticator.get(challenge.path("authnParamsPublicKey"), Site.BACKEND_ORIGIN));
    }

    private static ObjectNode with(JsonNode challenge, ObjectNode credential) {
        ObjectNode arguments = challenge.deepCopy();
        arguments.retain("authSession");
        arguments.set("credential", credential);
        return arguments.put("scope", SCOPE);
    }

    private SdkResult exchange(ObjectNode answer) {
        return call("passkey.getTokenByPasskey", answer);
    }

    private SdkResult refresh(JsonNode tokens) {
        return call("getTokenByRefreshToken", Map.of("refreshToken", tokens.path("refreshToken")));
    }

    private static void refuses(SdkResult result, String name, String error) {
        assertThat(result.error().path("name").textValue()).isEqualTo(name);
        assertThat(result.error().path("cause").path("error").textValue()).isEqualTo(error);
        assertThat(result.error().path("cause").path("error_description").textValue())
                .isNotEmpty();
    }

    private JsonNode get(String path, Object... arguments) {
        return call(path, arguments).value();
    }

    private SdkResult call(String path, Object... arguments) {
        return node.call(options(), path, arguments);
    }

    private Map<String, String> options() {
        return Map.of("domain", site.domain(), "clientId", "sample-backend", "clientSecret", "sample-backend-secret");
    }
}
