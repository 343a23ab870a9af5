package dev.latchkey.bench.micro;

import dev.latchkey.Latchkey;
import dev.latchkey.account.Caller;
import dev.latchkey.ceremony.SignIn;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.config.Realm.TakenIdentifier;
import dev.latchkey.http.Exchange;
import dev.latchkey.http.RequestBody;
import dev.latchkey.http.Visitor;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.UnitOfWork;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The kit without container and database: a statement would be an exception. */
final class InMemory {
    private InMemory() {}

    static LatchkeyConfig config() {
        return LatchkeyConfig.builder()
                .domain(SignInSample.RP_ID)
                .client("web", client -> client.allowedOrigins(SignInSample.ORIGIN))
                .realm("default", realm -> realm.takenIdentifier(TakenIdentifier.AT_EXCHANGE))
                .rateLimits(limits -> limits.enabled(false))
                .build();
    }

    static Latchkey latchkey() {
        return Latchkey.builder(config(), new NoStorage()).build();
    }

    static final class NoStorage implements Storage {
        @Override
        public <T> T inTransaction(Function<UnitOfWork, T> work) {
            throw new IllegalStateException("a statement");
        }

        @Override
        public int purgeExpired(Instant now, int atMost) {
            return 0;
        }

        @Override
        public void close() {}
    }

    /** A POST of JSON from the client's own page. */
    record Post(String path, RequestBody body) implements Exchange, Visitor {

        static Post of(String path, String json) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            ByteArrayInputStream in = new ByteArrayInputStream(bytes);
            return new Post(path, new RequestBody(bytes.length, () -> in));
        }

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public Optional<String> query() {
            return Optional.empty();
        }

        @Override
        public Optional<String> header(String name) {
            return switch (name) {
                case "Content-Type" -> Optional.of("application/json");
                case "Origin" -> Optional.of(SignInSample.ORIGIN);
                default -> Optional.empty();
            };
        }

        @Override
        public String host() {
            return SignInSample.RP_ID;
        }

        @Override
        public boolean secure() {
            return true;
        }

        @Override
        public String basePath() {
            return "";
        }

        @Override
        public boolean http1() {
            return true;
        }

        @Override
        public Visitor visitor() {
            return this;
        }

        @Override
        public Optional<String> address() {
            return Optional.of("192.0.2.1");
        }

        @Override
        public Optional<Caller> caller() {
            return Optional.empty();
        }

        @Override
        public void logIn(SignIn signIn) {}
    }
}
