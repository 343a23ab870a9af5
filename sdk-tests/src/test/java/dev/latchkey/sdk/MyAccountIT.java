package dev.latchkey.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.sample.browser.Browser;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code Auth0Client.myAccount}, whose tokens the SDK fetches by refresh token ({@code useMrrt}). */
@SpaTest
class MyAccountIT {
    private static final String METHODS = "/me/v1/authentication-methods";

    private final Browser browser;
    private final Site site;
    private final SpaPage page;

    MyAccountIT(Setting setting, Browser browser, Site site) {
        this.browser = browser;
        this.site = site;
        this.page = new SpaPage(browser, site, setting).open();
    }

    @BeforeEach
    void signUp() {
        page.get("passkey.signup", Person.unknown().profile());
    }

    @Test
    void factorsAreThoseThatTheAccountMayHave() {
        JsonNode factors = page.get("myAccount.getFactors");

        assertThat(factors).isEqualTo(SdkResult.json("[{\"type\": \"passkey\", \"usage\": [\"primary\"]}]"));
    }

    @Test
    void passkeyOfTheSignupIsListed() {
        JsonNode passkey =
                page.get("myAccount.getAuthenticationMethods", "passkey").path(0);

        assertThat(passkey.path("type").textValue()).isEqualTo("passkey");
        assertThat(passkey.path("relying_party_id").textValue()).isEqualTo("localhost");
        assertThat(passkey.path("usage")).isEqualTo(SdkResult.json("[\"primary\"]"));
        assertThat(passkey.path("identity_user_id").textValue()).isNotEmpty();
        assertThat(page.get("myAccount.getAuthenticationMethod", passkey.path("id")))
                .isEqualTo(passkey);
    }

    @Test
    void furtherPasskeyIsEnrolledAndSignsIn() {
        browser.changeDevice();

        JsonNode made = enroll();

        assertThat(made.path("id").textValue()).startsWith("passkey|dev_");
        assertThat(ids()).hasSize(2).contains(made.path("id").textValue());
        assertThat(page.get("myAccount.getAuthenticationMethod", made.path("id"))
                        .path("key_id"))
                .isEqualTo(made.path("key_id"));
        JsonNode before = page.get("getUser");
        page.open().get("passkey.login");
        assertThat(page.get("getUser").path("sub")).isEqualTo(before.path("sub"));
    }

    @Test
    void passkeyIsRenamed() {
        String id = ids().get(0);

        JsonNode renamed = page.get("myAccount.updateAuthenticationMethod", id, Map.of("name", "Desk"));

        assertThat(renamed.path("name").textValue()).isEqualTo("Desk");
        assertThat(page.get("myAccount.getAuthenticationMethod", id)
                        .path("name")
                        .textValue())
                .isEqualTo("Desk");
    }

    @Test
    void deletedPasskeyIsGone() {
        String first = ids().get(0);
        browser.changeDevice();
        JsonNode second = enroll();

        page.get("myAccount.deleteAuthenticationMethod", first);

        assertThat(ids()).containsExactly(second.path("id").textValue());
        refused("/" + first.replace("|", "%7C"), 404, "Not Found");
        JsonNode error = page.call("myAccount.getAuthenticationMethod", first).error();
        assertThat(error.path("name").textValue()).isEqualTo("MyAccountApiError");
        assertThat(error.path("status").intValue()).isEqualTo(404);
        assertThat(error.path("title").textValue()).isNotEmpty();
    }

    @Test
    void deletedPasskeySignsInNoMore() {
        browser.changeDevice();
        JsonNode second = enroll();
        page.get("myAccount.deleteAuthenticationMethod", second.path("id"));

        JsonNode error = page.call("passkey.login").error();

        assertThat(error.path("error").textValue()).isEqualTo("invalid_grant");
        assertThat(error.path("error_description").textValue()).isNotEmpty();
    }

    @Test
    void lastWayInIsNotDeleted() {
        String only = ids().get(0);
        refused("/" + only.replace("|", "%7C"), 409, "Conflict");

        JsonNode error = page.call("myAccount.deleteAuthenticationMethod", only).error();

        assertThat(error.path("status").intValue()).isEqualTo(409);
        assertThat(error.path("detail").textValue()).isNotEmpty();
        assertThat(ids()).containsExactly(only);
    }

    @Test
    void faultInAMemberIsPointedAt() {
        String id = ids().get(0);
        refused("/" + id.replace("|", "%7C"), 400, "Bad Request");

        JsonNode error = page.call("myAccount.updateAuthenticationMethod", id, Map.of("name", ""))
                .error();

        assertThat(error.path("validation_errors").path(0).path("pointer").textValue())
                .isEqualTo("/name");
    }

    private JsonNode enroll() {
        JsonNode challenge = page.get("myAccount.enrollmentChallenge", Map.of("type", "passkey"));
        assertThat(challenge.path("location").textValue()).isEqualTo(site.address(METHODS) + "/passkey%7Cnew");
        assertThat(challenge.path("id").textValue()).isEqualTo("passkey|new");
        ObjectNode answer = challenge.deepCopy();
        answer.retain("location", "auth_session");
        answer.put("type", "passkey");
        answer.set("authn_response", page.createCredential(challenge.path("authn_params_public_key")));
        return page.get("myAccount.enrollmentVerify", answer);
    }

    private List<String> ids() {
        JsonNode methods = page.get("myAccount.getAuthenticationMethods");
        return StreamSupport.stream(methods.spliterator(), false)
                .map(method -> method.path("id").textValue())
                .toList();
    }

    private void refused(String method, int status, String phrase) {
        browser.console().announceRefusal(site.address(METHODS + method), status, phrase);
    }
}
