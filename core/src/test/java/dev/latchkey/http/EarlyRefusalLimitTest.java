package dev.latchkey.http;

import static dev.latchkey.http.TestExchange.get;
import static dev.latchkey.http.TestExchange.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.Latchkey;
import dev.latchkey.TestStorage;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.event.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused before it comes to a handler counts against its address as well. */
class EarlyRefusalLimitTest {
    private static final String CHALLENGE = "{\"client_id\":\"web\"}";

    private final List<PasskeyEvent> events = new ArrayList<>();

    @ParameterizedTest
    @MethodSource
    void floodOfWhatIsRefusedEarlyIsHeldAsWell(TestExchange request, int status) {
        Latchkey latchkey = limitedTo(2);
        TestExchange sent = request.through("203.0.113.7");

        assertThat(latchkey.handle(sent).status()).isEqualTo(status);
        assertThat(latchkey.admit(sent).map(Reply::status).filter(early -> early != status))
                .isEmpty();
        for (int i = 0; i < 100; i++) {
            latchkey.handle(sent);
        }

        assertThat(latchkey.handle(sent).status()).isEqualTo(429);
        assertThat(events)
                .hasSizeLessThanOrEqualTo(3)
                .last()
                .isInstanceOfSatisfying(PasskeyEvent.Refused.class, last -> assertThat(last.refusal())
                        .isEqualTo(Refusal.RATE_LIMIT));
    }

    static List<Arguments> floodOfWhatIsRefusedEarlyIsHeldAsWell() {
        return List.of(
                arguments(post("/passkey/challenge", CHALLENGE).with("Origin", "https://evil.example"), 403),
                arguments(get("/me/v1/factors").with("Origin", "null"), 403),
                arguments(get("/passkey/challenge"), 405),
                arguments(post("/passkey/challenge", CHALLENGE).at("other.example", true, ""), 400));
    }

    @Test
    void whatIsAdmittedCountsOnceHoweverManyDoorsItPasses() {
        Latchkey latchkey = limitedTo(2);
        TestExchange request = post("/passkey/challenge", CHALLENGE).through("203.0.113.7");

        for (int i = 0; i < 2; i++) {
            assertThat(latchkey.admit(request)).isEmpty();
            assertThat(latchkey.handle(request).status()).isEqualTo(200);
        }
        assertThat(latchkey.handle(request).status()).isEqualTo(429);
    }

    @Test
    void refusalTellsTheDomainWhateverItIsFor() {
        Latchkey latchkey = limitedTo(1);
        TestExchange foreign = post("/passkey/challenge", CHALLENGE).with("Origin", "https://evil.example");
        latchkey.handle(foreign.through("203.0.113.7"));
        latchkey.handle(foreign.through("203.0.113.7"));

        assertThat(events)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.occasion().domain()).hasValue("auth.example.com"));
    }

    private Latchkey limitedTo(int requests) {
        return Latchkey.builder(
                        TestConfig.builder()
                                .rateLimits(limits -> limits.address(requests, Duration.ofMinutes(1)))
                                .build(),
                        TestStorage.unreachable())
                .events(events::add)
                .build();
    }
}
