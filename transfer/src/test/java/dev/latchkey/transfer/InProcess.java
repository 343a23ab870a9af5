package dev.latchkey.transfer;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Straight into the handlers of the endpoints, as a door without a container. */
record InProcess(Latchkey latchkey) implements Transport {
    @Override
    public Response send(Request request) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        Reply reply = latchkey.handle(new Call(request, headers));
        return new Response(
                reply.status(),
                reply.headers().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                Bytes.copyOf(reply.body().toArray()));
    }

    /** A request of nobody in particular, over TLS. */
    private record Call(Request request, Map<String, String> headers) implements Exchange, Visitor {
        @Override
        public String method() {
            return request.method();
        }

        @Override
        public String path() {
            return request.path();
        }

        @Override
        public Optional<String> query() {
            return Optional.empty();
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        @Override
        public String host() {
            return Kit.RP_ID;
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
            return new RequestBody(
                    request.body().length(),
                    () -> new ByteArrayInputStream(request.body().toArray()));
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
            return Optional.empty();
        }

        @Override
        public Optional<Caller> caller() {
            return Optional.empty();
        }

        @Override
        public void logIn(SignIn signIn) {
            throw new IllegalStateException("no session");
        }
    }
}
