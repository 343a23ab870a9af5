package dev.latchkey.http;

import static dev.latchkey.http.TestConfig.ORIGIN;
import static dev.latchkey.http.TestExchange.get;
import static dev.latchkey.http.TestExchange.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Latchkey;
import dev.latchkey.LogCapture;
import dev.latchkey.TestStorage;
import dev.latchkey.config.RateLimitBuilder;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.event.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitsTest {
    private static final String CHALLENGE = "{\"client_id\":\"web\"}";
    private static final Instant NOW = Instant.parse("2026-05-04T03:02:01.25Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final List<PasskeyEvent> events = new ArrayList<>();

    @Test
    void requestOverTheLimitOfItsAddressIsRefusedBeforeItIsRead() {
        Latchkey latchkey = limited(limits -> limits.address(2, MINUTE));

        assertThat(challenge(latchkey, "203.0.113.7").status()).isEqualTo(200);
        assertThat(latchkey.handle(post("/oauth/token", "nonsense").through("203.0.113.7"))
                        .status())
                .isEqualTo(400);
        Reply refused = latchkey.handle(
                post("/passkey/challenge", "nonsense").with("Origin", ORIGIN).through("203.0.113.7"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers())
                .containsEntry("Retry-After", "30")
                .containsEntry("x-ratelimit-limit", "2")
                .containsEntry("x-ratelimit-remaining", "0")
                .containsEntry("x-ratelimit-reset", String.valueOf(NOW.getEpochSecond() + 30))
                .containsEntry("Access-Control-Allow-Origin", ORIGIN);
        assertThat(challenge(latchkey, "203.0.113.8").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "203.0.113.7, ::ffff:203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "fe80::1%eth0, fe80::2%eth1, true"
    })
    void addressesOfOneNetworkAreCountedTogether(String one, String other, boolean together) {
        Latchkey latchkey = limited(limits -> limits.address(1, MINUTE));
        challenge(latchkey, one);

        assertThat(challenge(latchkey, other).status()).isEqualTo(together ? 429 : 200);
    }

    @Test
    void addressIsTheOneThatAListedProxyTells() {
        Latchkey latchkey = limited(limits -> limits.address(1, MINUTE));
        TestExchange request = post("/passkey/challenge", CHALLENGE).through("10.0.0.1");
        latchkey.handle(request.with("X-Forwarded-For", "203.0.113.7"));

        assertThat(latchkey.handle(request.with("X-Forwarded-For", "203.0.113.8"))
                        .status())
                .isEqualTo(200);
        assertThat(latchkey.handle(request.with("X-Forwarded-For", "198.51.100.1, 203.0.113.7"))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void clientIsLimitedWhereverItsRequestsComeFromAndNoOtherWithIt() {
        Latchkey latchkey = limited(limits -> limits.client(2, MINUTE));
        challenge(latchkey, "203.0.113.1");
        challenge(latchkey, "203.0.113.2");

        assertThat(challenge(latchkey, "203.0.113.3").status()).isEqualTo(429);
        assertThat(latchkey.handle(post("/passkey/challenge", "{\"client_id\":\"app\"}"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoDoesNotKnowTheSecretUsesUpNothingOfAConfidentialClient() {
        Latchkey latchkey = limited(limits -> limits.client(1, MINUTE));
        for (int i = 0; i < 3; i++) {
            assertThat(latchkey.handle(post(
                                    "/passkey/challenge", "{\"client_id\":\"backend\",\"client_secret\":\"guess\"}"))
                            .status())
                    .isEqualTo(401);
        }

        assertThat(latchkey.handle(post(
                                "/passkey/challenge",
                                "{\"client_id\":\"backend\",\"client_secret\":\"" + TestConfig.SECRET + "\"}"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/userinfo", "/me/v1/factors", "/me/v1/authentication-methods"})
    void requestsThatGuessTokensAreCounted(String path) {
        Latchkey latchkey = limited(limits -> limits.address(1, MINUTE));

        assertThat(latchkey.handle(get(path).through("203.0.113.7")).status()).isEqualTo(401);
        assertThat(latchkey.handle(get(path).through("203.0.113.7")).status()).isEqualTo(429);
    }

    @Test
    void documentsAndPreflightsAreNotCounted() {
        Latchkey latchkey = limited(limits -> limits.address(1, MINUTE));
        for (int i = 0; i < 3; i++) {
            assertThat(latchkey.handle(get("/.well-known/openid-configuration").through("203.0.113.7"))
                            .status())
                    .isEqualTo(200);
            assertThat(latchkey.handle(TestExchange.of("OPTIONS", "/passkey/challenge", new byte[0])
                                    .with("Origin", ORIGIN)
                                    .with("Access-Control-Request-Method", "POST")
                                    .through("203.0.113.7"))
                            .status())
                    .isEqualTo(204);
        }

        assertThat(challenge(latchkey, "203.0.113.7").status()).isEqualTo(200);
    }

    /** The zone names an interface of another machine; looking for it here fails. */
    @ParameterizedTest
    @ValueSource(strings = {"fe80::1%nowhere", "fe80::1%", "%", "", "10.0.0.1, fe80::1%nowhere"})
    void forwardedAddressWithAZoneOrNoneIsNoFault(String forwarded) {
        Latchkey latchkey = limited(limits -> {});

        assertThat(latchkey.handle(post("/passkey/challenge", CHALLENGE)
                                .through("10.0.0.1")
                                .with("X-Forwarded-For", forwarded))
                        .status())
                .isLessThan(500);
    }

    @Test
    void floodIsOneEventInAPeriod() {
        Latchkey latchkey = limited(limits -> limits.address(1, MINUTE));
        for (int i = 0; i < 100; i++) {
            challenge(latchkey, "203.0.113.7");
        }

        assertThat(events).singleElement().isInstanceOfSatisfying(PasskeyEvent.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.RATE_LIMIT);
            assertThat(refused.reason()).isEqualTo("over 1 requests in 60 s of address/203.0.113.7");
            assertThat(refused.occasion().remoteAddress()).hasValue("203.0.113.7");
        });
    }

    @Test
    void oneSwitchLimitsNothing() {
        Latchkey latchkey =
                limited(limits -> limits.enabled(false).address(1, MINUTE).client(1, MINUTE));
        for (int i = 0; i < 3; i++) {
            assertThat(challenge(latchkey, "203.0.113.7").status()).isEqualTo(200);
        }
    }

    @Test
    void exemptAddressesAndUnknownOnesAreNotLimited() {
        Latchkey latchkey = limited(limits -> limits.address(1, MINUTE).exemptAddresses("192.0.2.0/24"));
        for (int i = 0; i < 3; i++) {
            assertThat(challenge(latchkey, "192.0.2.9").status()).isEqualTo(200);
            assertThat(latchkey.handle(post("/passkey/challenge", CHALLENGE)).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void hostsOwnLimiterCountsInsteadOfTheMemory() {
        List<String> asked = new ArrayList<>();
        Latchkey latchkey = builder(limits -> limits.client(5, Duration.ofHours(1)))
                .rateLimiter((key, limit) -> {
                    asked.add(key + " " + limit.requests() + " " + limit.period());
                    return key.startsWith("client/") ? Optional.of(Duration.ofMillis(1)) : Optional.empty();
                })
                .build();

        assertThat(challenge(latchkey, "203.0.113.7").headers()).containsEntry("Retry-After", "1");
        assertThat(asked).containsExactly("address/203.0.113.7 600 PT1M", "client/web 5 PT1H");
    }

    @Test
    void limiterThatFailsLimitsNothingAndIsLoggedOnce() {
        Latchkey latchkey = builder(limits -> {})
                .rateLimiter((key, limit) -> {
                    throw new IllegalStateException("no connection");
                })
                .build();
        LogCapture log = new LogCapture();
        try {
            assertThat(challenge(latchkey, "203.0.113.7").status()).isEqualTo(200);
            assertThat(challenge(latchkey, "203.0.113.7").status()).isEqualTo(200);

            assertThat(log.lines())
                    .filteredOn(line -> line.contains("rate_limiter_failed"))
                    .hasSize(1);
        } finally {
            log.close();
        }
    }

    @Test
    void myAccountTellsOfItInItsOwnShape() {
        Latchkey latchkey = limited(limits -> limits.address(1, MINUTE));
        latchkey.handle(get("/me/v1/factors").through("203.0.113.7"));
        Reply refused = latchkey.handle(get("/me/v1/factors").through("203.0.113.7"));

        assertThat(new String(refused.body().toArray(), UTF_8))
                .contains("\"type\":\"https://latchkey.dev/errors#too-many-requests\"")
                .contains("\"status\":429");
        assertThat(refused.headers()).containsKey("Retry-After");
    }

    private static Reply challenge(Latchkey latchkey, String address) {
        return latchkey.handle(post("/passkey/challenge", CHALLENGE).through(address));
    }

    private Latchkey limited(Consumer<RateLimitBuilder> limits) {
        return builder(limits).build();
    }

    private Latchkey.Builder builder(Consumer<RateLimitBuilder> limits) {
        return Latchkey.builder(
                        TestConfig.builder()
                                .proxies(proxies -> proxies.trusted("10.0.0.0/8"))
                                .rateLimits(limits)
                                .build(),
                        TestStorage.unreachable())
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .events(events::add);
    }
}
