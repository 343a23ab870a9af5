package dev.latchkey.http;

import static dev.latchkey.http.TestConfig.APP_ORIGIN;
import static dev.latchkey.http.TestConfig.ORIGIN;
import static dev.latchkey.http.TestExchange.get;
import static dev.latchkey.http.TestExchange.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Latchkey;
import dev.latchkey.TestStorage;
import dev.latchkey.config.DpopPolicy;
import dev.latchkey.config.ProxySettings.Headers;
import dev.latchkey.event.Activity;
import dev.latchkey.event.Answered;
import dev.latchkey.event.Occasion;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.event.PasskeyEvents;
import dev.latchkey.event.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever refuses a request, and however early: it is one event, and says which. */
class RefusedEventTest {
    private static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");
    private static final String WEB = "{\"client_id\":\"web\"}";
    private static final String METHOD = "/me/v1/authentication-methods/passkey%7Cdev_1";

    private static final List<PasskeyEvent> EVENTS = new ArrayList<>();
    private static final List<Answered> ANSWERED = new ArrayList<>();
    private static final Latchkey LATCHKEY = Latchkey.builder(
                    TestConfig.builder()
                            .proxies(proxies -> proxies.trusted("10.0.0.0/8").headers(Headers.X_FORWARDED))
                            .client("bound", client -> client.dpop(DpopPolicy.REQUIRED))
                            .build(),
                    TestStorage.unreachable())
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .events(new PasskeyEvents() {
                @Override
                public void happened(PasskeyEvent event) {
                    EVENTS.add(event);
                }

                @Override
                public void answered(Answered request) {
                    ANSWERED.add(request);
                }
            })
            .build();

    @BeforeEach
    void forget() {
        EVENTS.clear();
        ANSWERED.clear();
    }

    static Stream<Arguments> refused() {
        String token = "{\"client_id\":\"web\",\"grant_type\":\"refresh_token\",\"refresh_token\":\"x\"}";
        String answer = "{\"client_id\":\"web\",\"auth_session\":\"x\",\"authn_response\":{},"
                + "\"grant_type\":\"urn:okta:params:oauth:grant-type:webauthn\"}";
        return Stream.of(
                Arguments.of(post("/passkey/challenge", "{"), Activity.LOGIN, Refusal.REQUEST, ""),
                Arguments.of(post("/passkey/challenge", "{}"), Activity.LOGIN, Refusal.REQUEST, ""),
                Arguments.of(
                        post("/passkey/challenge", "{\"client_id\":\"nobody\"}"), Activity.LOGIN, Refusal.CLIENT, ""),
                Arguments.of(
                        post("/passkey/challenge", "{\"client_id\":\"backend\",\"client_secret\":\"x\"}"),
                        Activity.LOGIN,
                        Refusal.CLIENT,
                        "backend"),
                Arguments.of(
                        post("/passkey/challenge", "{\"client_id\":\"refresher\"}"),
                        Activity.LOGIN,
                        Refusal.GRANT,
                        "refresher"),
                Arguments.of(
                        post("/passkey/challenge", WEB).with("Origin", "https://evil.example"),
                        Activity.LOGIN,
                        Refusal.ORIGIN,
                        ""),
                Arguments.of(
                        post("/passkey/challenge", WEB).with("Origin", APP_ORIGIN),
                        Activity.LOGIN,
                        Refusal.ORIGIN,
                        "web"),
                Arguments.of(
                        TestExchange.of("OPTIONS", "/passkey/register", new byte[0])
                                .with("Origin", "null")
                                .with("Access-Control-Request-Method", "POST"),
                        Activity.SIGNUP,
                        Refusal.ORIGIN,
                        ""),
                Arguments.of(
                        post("/passkey/challenge", WEB).at("evil.example", true, ""), Activity.LOGIN, Refusal.HOST, ""),
                Arguments.of(get("/passkey/register"), Activity.SIGNUP, Refusal.REQUEST, ""),
                Arguments.of(
                        post("/passkey/register", "{\"client_id\":\"web\",\"user_profile\":{\"email\":\"x\"}}"),
                        Activity.SIGNUP,
                        Refusal.PROFILE,
                        "web"),
                Arguments.of(
                        post("/oauth/token", "{\"client_id\":\"web\",\"grant_type\":\"password\"}"),
                        Activity.TOKEN,
                        Refusal.GRANT,
                        "web"),
                Arguments.of(post("/oauth/token", answer), Activity.TOKEN, Refusal.AUTH_SESSION, "web"),
                Arguments.of(post("/oauth/token", token), Activity.REFRESH, Refusal.UNAVAILABLE, "web"),
                Arguments.of(
                        post("/oauth/token", answer.replace("web\"", "bound\"")),
                        Activity.TOKEN,
                        Refusal.PROOF,
                        "bound"),
                Arguments.of(post("/oauth/revoke", WEB), Activity.REVOCATION, Refusal.REQUEST, "web"),
                Arguments.of(get("/userinfo"), Activity.ACCESS, Refusal.ACCESS, ""),
                Arguments.of(get("/userinfo").with("Authorization", "Bearer x"), Activity.ACCESS, Refusal.ACCESS, ""),
                Arguments.of(post("/me/v1/authentication-methods", "{}"), Activity.ENROLLMENT, Refusal.ACCESS, ""),
                Arguments.of(TestExchange.of("DELETE", METHOD, new byte[0]), Activity.REMOVAL, Refusal.ACCESS, ""),
                Arguments.of(TestExchange.of("PATCH", METHOD, new byte[0]), Activity.RENAME, Refusal.ACCESS, ""));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusedRequestIsOneEvent(TestExchange request, Activity activity, Refusal refusal, String clientId) {
        int status = LATCHKEY.handle(request).status();

        assertThat(status).isGreaterThanOrEqualTo(400);
        PasskeyEvent.Refused event = theOne();
        assertThat(event.occasion().activity()).isEqualTo(activity);
        assertThat(event.refusal()).isEqualTo(refusal);
        assertThat(event.occasion().clientId().orElse("")).isEqualTo(clientId);
        assertThat(event.reason()).isNotBlank();
        assertThat(ANSWERED).singleElement().satisfies(timed -> {
            assertThat(timed.status()).isEqualTo(status);
            assertThat(timed.clientId().orElse("")).isEqualTo(clientId);
        });
    }

    @Test
    void eventTellsWhenWhereAndFromWhom() {
        LATCHKEY.handle(get("/userinfo")
                .with("Origin", ORIGIN)
                .with("User-Agent", "curl/8\r\nevent=signed_in")
                .with("X-Forwarded-For", "192.0.2.1, 203.0.113.7, 10.0.0.9")
                .through("10.0.0.1"));

        assertThat(theOne().occasion())
                .isEqualTo(new Occasion(
                        NOW,
                        Activity.ACCESS,
                        Optional.of("auth.example.com"),
                        Optional.of("auth.example.com"),
                        Optional.empty(),
                        Optional.of(ORIGIN),
                        Optional.of("203.0.113.7"),
                        Optional.of("curl/8 event=signed_in")));
    }

    @Test
    void originThatIsStoppedInFrontOfAnotherDoorIsOneEvent() {
        assertThat(LATCHKEY.admit(post("/oauth/token", "{}").with("Origin", "https://evil.example")))
                .isPresent();

        assertThat(theOne().refusal()).isEqualTo(Refusal.ORIGIN);
        assertThat(ANSWERED).hasSize(1);
        assertThat(LATCHKEY.admit(post("/oauth/token", "{}").with("Origin", ORIGIN)))
                .isEmpty();
        assertThat(ANSWERED).hasSize(1);
    }

    @Test
    void whatIsNoFailureIsNoEvent() {
        LATCHKEY.handle(post("/passkey/challenge", WEB));
        LATCHKEY.handle(post("/.well-known/jwks.json", "{}"));
        LATCHKEY.handle(get("/latchkey/openapi.json"));

        assertThat(EVENTS).isEmpty();
        assertThat(ANSWERED)
                .extracting(request -> request.method() + " " + request.endpoint() + " " + request.status())
                .containsExactly(
                        "POST /passkey/challenge 200",
                        "other /.well-known/jwks.json 405",
                        "GET /latchkey/openapi.json 404");
    }

    @Test
    void endpointThatIsSwitchedOffIsOneEvent() {
        List<PasskeyEvent> events = new ArrayList<>();
        Latchkey.builder(
                        TestConfig.builder()
                                .endpoints(endpoints -> endpoints.signup(false))
                                .build(),
                        TestStorage.unreachable())
                .events(events::add)
                .build()
                .handle(post("/passkey/register", WEB));

        assertThat(events).singleElement().isInstanceOfSatisfying(PasskeyEvent.Refused.class, refused -> assertThat(
                        refused.refusal())
                .isEqualTo(Refusal.SWITCHED_OFF));
    }

    @Test
    void everyListenerOfTheBuilderIsTold() {
        List<String> heard = new ArrayList<>();
        Latchkey.builder(TestConfig.config(), TestStorage.unreachable())
                .events(event -> {
                    heard.add("first");
                    throw new IllegalStateException("out of order");
                })
                .events(event -> heard.add("second"))
                .build()
                .handle(get("/userinfo"));

        assertThat(heard).containsExactly("first", "second");
    }

    private PasskeyEvent.Refused theOne() {
        assertThat(EVENTS).singleElement().isInstanceOf(PasskeyEvent.Refused.class);
        return (PasskeyEvent.Refused) EVENTS.get(0);
    }
}
