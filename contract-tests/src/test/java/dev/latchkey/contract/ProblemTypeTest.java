package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code type} of the problems of the My Account API. */
class ProblemTypeTest {
    private static final String METHODS = "/me/v1/authentication-methods";

    @Test
    @DisplayName("§4: type is a stable URI of this project's documentation, one for each kind of error")
    void everyKindOfProblemHasItsSectionOfTheErrorsPage() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "errors.md"));

        try (Deployment deployment =
                Deployment.start(config -> config.myAccount(settings -> settings.maxPasskeys(1)))) {
            problems(deployment.web()).forEach((kind, problem) -> {
                assertThat(problem.text("type")).isEqualTo("https://latchkey.dev/errors#" + kind);
                assertThat(page).contains("\n## " + kind + "\n");
            });
        }
    }

    private static Map<String, Answer> problems(ContractClient web) {
        ContractClient caller =
                web.withBearer(Scenario.myAccountToken(web, new SoftwareAuthenticator(), "a@example.com"));
        String passkey = METHODS + "/"
                + caller.myAccount()
                        .list()
                        .body()
                        .at("/authentication_methods/0/id")
                        .asText()
                        .replace("|", "%7C");
        Map<String, Answer> problems = new LinkedHashMap<>();
        problems.put("invalid-request", caller.send("PATCH", passkey, Bodies.of()));
        problems.put("invalid-token", web.myAccount().list());
        problems.put(
                "insufficient-scope",
                web.withBearer(factorsToken(web)).myAccount().list());
        problems.put(
                "access-denied",
                caller.withHeader("Origin", "https://evil.example").myAccount().list());
        problems.put("not-found", caller.send("GET", METHODS + "/passkey%7Cdev_none"));
        problems.put("method-not-allowed", caller.send("PUT", METHODS, Bodies.of()));
        problems.put("too-many-passkeys", caller.send("POST", METHODS, Bodies.enrollment(false)));
        problems.put("last-passkey", caller.send("DELETE", passkey));
        problems.put("unsupported-media-type", caller.sendForm(METHODS, Bodies.of("type", "passkey")));
        return problems;
    }

    private static String factorsToken(ContractClient web) {
        return web.withScope("read:me:factors")
                .withAudience(Scenario.MY_ACCOUNT_AUDIENCE)
                .signup(new SoftwareAuthenticator(), ContractClient.profile("b@example.com"))
                .expect(200)
                .text("access_token");
    }
}
