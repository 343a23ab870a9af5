package dev.latchkey.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The options that pages receive: exactly the members of the contract, and no null. What is random stands here as a question mark. */
@SecureBrowserTest
class OptionsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RANDOM = "(?<=\"(auth_session|challenge|id|user_handle)\":\")[A-Za-z0-9_.~-]{20,}";
    private static final String ALGORITHMS = """
            "pubKeyCredParams": [
              {"type": "public-key", "alg": -8}, {"type": "public-key", "alg": -7}, {"type": "public-key", "alg": -257}],
            "authenticatorSelection": {"residentKey": "required", "userVerification": "required"}""";

    private final Library library;
    private final Browser browser;

    OptionsIT(Scheme scheme, Browser browser, Sample sample) {
        this.browser = browser;
        this.library = browser.at(sample.address(scheme));
    }

    @Test
    void signupOptionsAreThoseOfTheContract() {
        library.home();

        JsonNode answer = post("/passkey/register", """
                {"client_id": "sample-web", "user_profile": {"email": "grace@example.com", "name": "Grace Hopper"}}""");

        assertThat(answer).isEqualTo(json("""
                {"auth_session": "?", "authn_params_public_key": {"challenge": "?", "timeout": 60000,
                  "rp": {"id": "localhost", "name": "Fernhill Library"},
                  "user": {"id": "?", "name": "grace@example.com", "displayName": "Grace Hopper"}, %s}}""".formatted(ALGORITHMS)));
    }

    @Test
    void loginOptionsAreThoseOfTheContract() {
        library.home();

        JsonNode answer = post("/passkey/challenge", """
                {"client_id": "sample-web"}""");

        assertThat(answer).isEqualTo(json("""
                {"auth_session": "?", "authn_params_public_key": {"challenge": "?", "timeout": 60000,
                  "rpId": "localhost", "userVerification": "required"}}"""));
    }

    @Test
    void enrollmentOptionsAreThoseOfTheContract() {
        Person person = Person.unknown();
        library.joinWithPasskey(person);

        JsonNode answer = post("/me/v1/authentication-methods", """
                {"type": "passkey", "use_exclude_credentials": true}""");

        assertThat(answer).isEqualTo(json("""
                {"auth_session": "?", "authn_params_public_key": {"challenge": "?", "timeout": 60000,
                  "rp": {"id": "localhost", "name": "Fernhill Library"},
                  "user": {"id": "?", "name": "%s", "displayName": "%s"},
                  "excludeCredentials": [{"type": "public-key", "id": "?", "transports": ["internal"]}], %s}}""".formatted(person.email(), person.name(), ALGORITHMS)));
    }

    private JsonNode post(String path, String body) {
        Object text = browser.evaluate(
                "return fetch(arguments[0], {method: 'POST', body: arguments[1],"
                        + " headers: {'Content-Type': 'application/json'}}).then((answer) => answer.text())",
                path,
                body);
        return json(((String) text).replaceAll(RANDOM, "?"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
