package dev.latchkey.http;

import dev.latchkey.config.Domain;
import dev.latchkey.config.Grant;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.config.LatchkeyConfigBuilder;
import dev.latchkey.config.Realm;
import java.time.Clock;
import java.util.Optional;

/** One domain, one realm, and a client of each kind. */
final class TestConfig {
    static final String ORIGIN = "https://auth.example.com";
    static final String APP_ORIGIN = "https://app.auth.example.com";
    static final String SECRET = "a secret: with 100% colons & signs";

    private TestConfig() {}

    static LatchkeyConfigBuilder builder() {
        return LatchkeyConfig.builder()
                .login(login -> login.session(true))
                .domain("auth.example.com")
                .client("web", client -> client.allowedOrigins(ORIGIN)
                        .grants(Grant.PASSKEY, Grant.REFRESH_TOKEN)
                        .sessionLogin(true)
                        .myAccount(true))
                .client("app", client -> client.allowedOrigins(APP_ORIGIN).grants(Grant.PASSKEY))
                .client("backend", client -> client.secrets(SECRET, "a former secret of the backend")
                        .grants(Grant.PASSKEY, Grant.REFRESH_TOKEN))
                .client("refresher", client -> client.grants(Grant.REFRESH_TOKEN))
                .realm("members", realm -> realm.takenIdentifier(Realm.TakenIdentifier.AT_EXCHANGE));
    }

    static LatchkeyConfig config() {
        return builder().build();
    }

    static RateLimits limits() {
        return new RateLimits(config().rateLimits(), new MemoryRateLimiter(Clock.systemUTC()), Clock.systemUTC());
    }

    static Call call(Exchange exchange) {
        Domain domain = config().domains().get(0);
        Optional<String> origin = exchange.header("Origin");
        return new Call(
                exchange,
                domain,
                PublicAddress.of(exchange),
                origin,
                new Attempt(exchange, Optional.empty(), Optional.empty()));
    }
}
