package dev.latchkey.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.account.Caller;
import dev.latchkey.passkey.Bytes;
import java.io.ByteArrayInputStream;
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
        String basePath,
        Bytes content,
        Visitor visitor)
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
                TestVisitor.NOBODY);
    }

    TestExchange with(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new TestExchange(method, path, query, more, host, secure, basePath, content, visitor);
    }

    TestExchange withQuery(String text) {
        return new TestExchange(method, path, Optional.of(text), headers, host, secure, basePath, content, visitor);
    }

    TestExchange at(String otherHost, boolean overTls, String root) {
        return new TestExchange(method, path, query, headers, otherHost, overTls, root, content, visitor);
    }

    TestExchange as(Caller loggedIn) {
        return new TestExchange(
                method,
                path,
                query,
                headers,
                host,
                secure,
                basePath,
                content,
                new TestVisitor(visitor.address(), Optional.of(loggedIn)));
    }

    TestExchange through(String proxy) {
        return new TestExchange(
                method,
                path,
                query,
                headers,
                host,
                secure,
                basePath,
                content,
                new TestVisitor(Optional.of(proxy), visitor.caller()));
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public RequestBody body() {
        return new RequestBody(content.size(), () -> new ByteArrayInputStream(content.toArray()));
    }

    @Override
    public boolean http1() {
        return true;
    }
}
