package dev.latchkey.warmup;

import dev.latchkey.account.Caller;
import dev.latchkey.ceremony.SignIn;
import dev.latchkey.http.Exchange;
import dev.latchkey.http.RequestBody;
import dev.latchkey.http.Visitor;
import java.io.ByteArrayInputStream;
import java.util.Optional;

/** A POST of JSON from a page of the host. The address is one that is kept for examples (RFC 5737). */
record RehearsalRequest(String host, String path, RequestBody body) implements Exchange, Visitor {

    static RehearsalRequest of(String host, String path, byte[] json) {
        ByteArrayInputStream in = new ByteArrayInputStream(json);
        return new RehearsalRequest(host, path, new RequestBody(json.length, () -> in));
    }

    static String origin(String host) {
        return "https://" + host;
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
            case "Origin" -> Optional.of(origin(host));
            case "User-Agent" -> Optional.of("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0");
            default -> Optional.empty();
        };
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
    public void logIn(SignIn signIn) {
        throw new IllegalStateException("there is no session to log in to");
    }
}
