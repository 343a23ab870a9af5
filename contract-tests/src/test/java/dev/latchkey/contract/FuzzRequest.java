package dev.latchkey.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.account.Caller;
import dev.latchkey.ceremony.SignIn;
import dev.latchkey.http.Exchange;
import dev.latchkey.http.RequestBody;
import dev.latchkey.http.Visitor;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.Transport;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request that comes through no container. */
record FuzzRequest(String method, String target, Map<String, String> headers, String host, Bytes content)
        implements Exchange {

    static FuzzRequest of(Transport.Request request) {
        return new FuzzRequest(request.method(), request.path(), request.headers(), "localhost", request.body());
    }

    FuzzRequest withMethod(String other) {
        return new FuzzRequest(other, target, headers, host, content);
    }

    FuzzRequest withTarget(String other) {
        return new FuzzRequest(method, other, headers, host, content);
    }

    FuzzRequest withHost(String other) {
        return new FuzzRequest(method, target, headers, other, content);
    }

    FuzzRequest withContent(byte[] other) {
        return new FuzzRequest(method, target, headers, host, Bytes.copyOf(other));
    }

    FuzzRequest with(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new FuzzRequest(method, target, more, host, content);
    }

    @Override
    public String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    @Override
    public Optional<String> query() {
        int mark = target.indexOf('?');
        return mark < 0 ? Optional.empty() : Optional.of(target.substring(mark + 1));
    }

    @Override
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    @Override
    public boolean secure() {
        return false;
    }

    @Override
    public String basePath() {
        return "";
    }

    @Override
    public RequestBody body() {
        return new RequestBody(content.length(), () -> new ByteArrayInputStream(content.toArray()));
    }

    @Override
    public boolean http1() {
        return true;
    }

    @Override
    public Visitor visitor() {
        return Proxied.INSTANCE;
    }

    @Override
    public String toString() {
        return method + " " + target + " of " + host + " " + headers + "\n" + new String(content.toArray(), UTF_8);
    }

    /** Everybody comes through a proxy whose word counts, so that its headers are read. */
    private enum Proxied implements Visitor {
        INSTANCE;

        @Override
        public Optional<String> address() {
            return Optional.of("10.0.0.1");
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
