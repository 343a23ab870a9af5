package dev.latchkey.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.account.Caller;
import dev.latchkey.passkey.Bytes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request without a container, for {@code https://auth.example.com/} unless it is said otherwise. */
record TestExchange(
        String method,
        String path,
        Optional<String> query,
        Map<String, String> headers,
        String host,
        boolean secure,
        String contextPath,
        Bytes content,
        Optional<Caller> caller)
        implements Exchange {

    static TestExchange get(String path) {
        return of("GET", path, new byte[0]);
    }

    static TestExchange post(String path, String json) {
        return of("POST", path, json.getBytes(UTF_8)).with("Content-Type", "application/json");
    }

    static TestExchange form(String path, String form) {
        return of("POST", path, form.getBytes(UTF_8)).with("Content-Type", "application/x-www-form-urlencoded");
    }

    static TestExchange of(String method, String path, byte[] body) {
        return new TestExchange(
                method,
                path,
                Optional.empty(),
                Map.of(),
                "auth.example.com",
                true,
                "",
                Bytes.of(body),
                Optional.empty());
    }

    TestExchange with(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new TestExchange(method, path, query, more, host, secure, contextPath, content, caller);
    }

    TestExchange withQuery(String text) {
        return new TestExchange(method, path, Optional.of(text), headers, host, secure, contextPath, content, caller);
    }

    TestExchange at(String otherHost, boolean overTls, String root) {
        return new TestExchange(method, path, query, headers, otherHost, overTls, root, content, caller);
    }

    TestExchange as(Caller loggedIn) {
        return new TestExchange(
                method, path, query, headers, host, secure, contextPath, content, Optional.of(loggedIn));
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public byte[] body(int limit) throws BodyTooLargeException {
        if (content.size() > limit) {
            throw new BodyTooLargeException(limit);
        }
        return content.toArray();
    }
}
