package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.ContractClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Too many requests, of one client: the JAX-RS feature without the filter in front is not told from which address they come. */
class RateLimitTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    @DisplayName("§3: 429 (Retry-After, x-ratelimit-*) — §5: Expose … Retry-After, x-ratelimit-*")
    void requestOverTheLimitIsRefused() throws Exception {
        try (Deployment deployment = limited(2)) {
            ContractClient web = deployment.web();
            web.passkeyChallenge().expect(200);
            web.refresh("unknown").expect(400);
            long before = Instant.now().getEpochSecond();
            Answer refused = web.passkeyChallenge();

            Shapes.oauthError(refused, 429, "too_many_requests");
            assertThat(refused.header("x-ratelimit-limit")).hasValue("2");
            assertThat(refused.header("x-ratelimit-remaining")).hasValue("0");
            long seconds = Long.parseLong(refused.header("Retry-After").orElseThrow());
            assertThat(seconds).isBetween(1700L, 1800L);
            assertThat(Long.parseLong(refused.header("x-ratelimit-reset").orElseThrow()))
                    .isBetween(before + seconds, Instant.now().getEpochSecond() + seconds);
            assertThat(refused.header("Access-Control-Expose-Headers").orElse(""))
                    .contains("Retry-After", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset");
            deployment.client("readonly").passkeyChallenge().expect(200);
        }
    }

    @Test
    @DisplayName("§4: 409, 415, 429")
    void requestOverTheLimitOfMyAccountIsAProblem() throws Exception {
        try (Deployment deployment = Deployment.start(
                config -> config.rateLimits(limits -> limits.enabled(true).address(1, HOUR)))) {
            Shapes.problem(deployment.web().myAccount().factors(), 401);
            Answer second = deployment.web().myAccount().factors();

            if (Door.ofThisRun().knowsWhoConnects()) {
                Shapes.problem(second, 429);
            } else {
                Shapes.problem(second, 401);
            }
        }
    }

    @Test
    void ofManyAtOnceExactlyTheLimitPasses() throws Exception {
        try (Deployment deployment = limited(10);
                Crowd crowd = new Crowd(40)) {
            ContractClient web = deployment.web();
            List<Callable<Answer>> requests = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                requests.add(web::passkeyChallenge);
            }

            assertThat(crowd.send(requests))
                    .extracting(Answer::status)
                    .containsOnly(200, 429)
                    .filteredOn(status -> status == 200)
                    .hasSize(10);
        }
    }

    private static Deployment limited(int requests) throws Exception {
        return Deployment.start(
                config -> config.rateLimits(limits -> limits.enabled(true).client(requests, HOUR)));
    }
}
