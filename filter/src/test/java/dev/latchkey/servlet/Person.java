package dev.latchkey.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.HttpTransport;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody with a browser that keeps cookies and follows redirects, and with a device for passkeys. */
final class Person {
    private final URI application;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final SoftwareAuthenticator device = new SoftwareAuthenticator();

    Person(URI application) {
        this.application = application;
    }

    ContractClient web() {
        return ContractClient.of(HttpTransport.to(application).withCookies(cookies), "web")
                .withOrigin("http://localhost:3000");
    }

    Person signUp(String email) {
        web().signup(device, ContractClient.profile(email)).expect(200);
        return this;
    }

    Person signIn() {
        web().login(device).expect(200);
        return this;
    }

    void addPasskey(int status) {
        web().myAccount().enroll(device).expect(status);
    }

    HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        String form =
                "j_username=" + URLEncoder.encode(name, UTF_8) + "&j_password=" + URLEncoder.encode(password, UTF_8);
        return send(request("/j_security_check")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(application + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "text/html"));
    }

    String read(String path) throws IOException, InterruptedException {
        return open(path).body();
    }
}
