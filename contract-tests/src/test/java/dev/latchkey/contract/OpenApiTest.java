package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Answer;
import org.junit.jupiter.api.Test;

/** {@code GET /latchkey/openapi.json}, which the contract leaves to Latchkey. */
class OpenApiTest {
    private static final String PATH = "/latchkey/openapi.json";

    @Test
    void documentNamesTheAddressThatTheClientUsed() throws Exception {
        try (Deployment deployment =
                Deployment.start(config -> config.endpoints(endpoints -> endpoints.openApi(true)))) {
            Answer answer = deployment.web().send("GET", PATH).expect(200);

            assertThat(answer.body().at("/servers/0/url").asText())
                    .isEqualTo(deployment.uri().toString());
            assertThat(answer.body().path("paths").has("/passkey/register")).isTrue();
            assertThat(answer.header("Access-Control-Allow-Origin")).hasValue(Deployment.ORIGIN);
        }
    }

    @Test
    void documentThatIsNotSwitchedOnIsNotFound() throws Exception {
        try (Deployment deployment = Deployment.start()) {
            Shapes.oauthError(deployment.web().send("GET", PATH), 404, "not_found");
        }
    }
}
