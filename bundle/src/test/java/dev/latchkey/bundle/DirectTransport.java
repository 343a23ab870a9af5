package dev.latchkey.bundle;

import dev.latchkey.Latchkey;
import dev.latchkey.account.Caller;
import dev.latchkey.ceremony.SignIn;
import dev.latchkey.http.Exchange;
import dev.latchkey.http.Reply;
import dev.latchkey.http.RequestBody;
import dev.latchkey.http.Visitor;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.Transport;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** From a client straight into the kit. */
record DirectTransport(Latchkey latchkey) implements Transport {

    @Override
    public Response send(Request request) {
        Reply reply = latchkey.handle(new Direct(request));
        Map<String, List<String>> headers = new HashMap<>();
        reply.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return new Response(reply.status(), headers, Bytes.copyOf(reply.body().toArray()));
    }

    private record Direct(Request request) implements Exchange {
        @Override
        public String method() {
            return request.method();
        }

        @Override
        public String path() {
            return request.path().split("\\?", 2)[0];
        }

        @Override
        public Optional<String> query() {
            String[] parts = request.path().split("\\?", 2);
            return parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
        }

        @Override
        public Optional<String> header(String name) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(request.headers());
            return Optional.ofNullable(headers.get(name));
        }

        @Override
        public String host() {
            return "localhost";
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
        public RequestBody body() {
            byte[] bytes = request.body().toArray();
            return new RequestBody(bytes.length, () -> new ByteArrayInputStream(bytes));
        }

        @Override
        public boolean http1() {
            return true;
        }

        @Override
        public Visitor visitor() {
            return new Nobody();
        }
    }

    private record Nobody() implements Visitor {
        @Override
        public Optional<String> address() {
            return Optional.empty();
        }

        @Override
        public Optional<Caller> caller() {
            return Optional.empty();
        }

        @Override
        public void logIn(SignIn signIn) {
            throw new IllegalStateException("nobody asked for a session");
        }
    }
}
