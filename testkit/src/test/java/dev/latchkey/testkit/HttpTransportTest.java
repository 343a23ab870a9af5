package dev.latchkey.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpTransportTest {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final char[] PASSWORD = "changeit".toCharArray();

    private HttpServer server;

    HttpTransportTest() throws IOException {
        server = HttpServer.create(ANY_PORT, 0);
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void requestArrivesAsItWasGiven() throws IOException {
        HttpTransport transport = HttpTransport.to(start("http", "/context/"));

        Transport.Response response = transport.send(new Transport.Request(
                "PATCH", "/a%7Cb?q=1", Map.of("Origin", "https://example.com"), Bytes.fromHex("00ff")));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo(Bytes.utf8("PATCH /context/a%7Cb?q=1 origin=https://example.com cookie=null body=00ff"));
    }

    @Test
    void redirectIsNotFollowed() throws IOException {
        HttpTransport transport = HttpTransport.to(start("http", ""));

        Transport.Response response = transport.send(get("/redirect"));

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.headers().get("location")).containsExactly("/elsewhere");
    }

    @Test
    void cookiesAreKeptOnlyWhereAskedFor() throws IOException {
        URI base = start("http", "");
        HttpTransport plain = HttpTransport.to(base);
        HttpTransport browser = plain.withCookies();
        plain.send(get("/redirect"));
        browser.send(get("/redirect"));

        assertThat(plain.send(get("/")).body().toArray()).asString().contains("cookie=null");
        assertThat(browser.send(get("/")).body().toArray()).asString().contains("cookie=session=1");
        assertThat(plain.withCookies().send(get("/")).body().toArray())
                .asString()
                .contains("cookie=null");
    }

    @Test
    void givenTlsContextIsTrusted(@TempDir Path directory) throws Exception {
        SSLContext tls = selfSigned(directory.resolve("keys.p12"));
        HttpsServer https = HttpsServer.create(ANY_PORT, 0);
        https.setHttpsConfigurator(new HttpsConfigurator(tls));
        server = https;
        HttpTransport transport = HttpTransport.to(start("https", ""));

        assertThatIOException().isThrownBy(() -> transport.send(get("/")));
        assertThat(transport.withTls(tls).send(get("/")).status()).isEqualTo(200);
    }

    private URI start(String scheme, String path) {
        server.createContext("/", HttpTransportTest::echo);
        server.start();
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort() + path);
    }

    private static void echo(HttpExchange exchange) throws IOException {
        try (exchange) {
            Bytes body = Bytes.copyOf(exchange.getRequestBody().readAllBytes());
            String cookie = exchange.getRequestHeaders().getFirst("Cookie");
            String origin = exchange.getRequestHeaders().getFirst("Origin");
            Bytes echo = Bytes.utf8("%s %s origin=%s cookie=%s body=%s"
                    .formatted(exchange.getRequestMethod(), exchange.getRequestURI(), origin, cookie, body));
            boolean redirect = exchange.getRequestURI().getPath().equals("/redirect");
            if (redirect) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
                exchange.getResponseHeaders().add("Set-Cookie", "session=1; Path=/");
            }
            exchange.sendResponseHeaders(redirect ? 302 : 200, echo.length());
            exchange.getResponseBody().write(echo.toArray());
        }
    }

    private static Transport.Request get(String path) {
        return new Transport.Request("GET", path, Map.of(), Bytes.copyOf());
    }

    private static SSLContext selfSigned(Path file) throws IOException, InterruptedException, GeneralSecurityException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(keys, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("self", keys.getCertificate("mykey"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
        return tls;
    }
}
