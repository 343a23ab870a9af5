package dev.latchkey.testkit;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * HTTP/1.1 by the JDK's own client. Headers that the JDK keeps to itself ({@code Host}, {@code Content-Length}, …)
 * cannot be sent; {@code Origin} can. A response is waited for 30 seconds.
 *
 * <p>Immutable and thread-safe; cookies, where kept, are shared by all threads.
 */
public final class HttpTransport implements Transport {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final Optional<SSLContext> tls;
    private final Optional<CookieHandler> cookies;
    private final HttpClient client;

    private HttpTransport(URI base, Optional<SSLContext> tls, Optional<CookieHandler> cookies) {
        this.base = base;
        this.tls = tls;
        this.cookies = cookies;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE);
        tls.ifPresent(builder::sslContext);
        cookies.ifPresent(builder::cookieHandler);
        this.client = builder.build();
    }

    /**
     * A transport to a server, without cookies.
     *
     * @param base for example {@code http://localhost:8080} or {@code http://localhost:8080/context}; a request's path
     *     is put after it
     */
    public static HttpTransport to(URI base) {
        return new HttpTransport(base, Optional.empty(), Optional.empty());
    }

    /** The same with a TLS context, for example one that trusts a self-signed certificate. */
    public HttpTransport withTls(SSLContext context) {
        return new HttpTransport(base, Optional.of(context), cookies);
    }

    /** The same with a new and empty store of cookies, as a browser with a new profile. */
    public HttpTransport withCookies() {
        return withCookies(new CookieManager());
    }

    /** The same with a given store of cookies. */
    public HttpTransport withCookies(CookieHandler store) {
        return new HttpTransport(base, tls, Optional.of(store));
    }

    @Override
    public Response send(Request request) throws IOException {
        String root = base.toString().replaceAll("/$", "");
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(root + request.path()))
                .timeout(PATIENCE)
                .method(request.method(), publisher(request.body()));
        request.headers().forEach(builder::setHeader);
        try {
            HttpResponse<byte[]> response = client.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Response(response.statusCode(), response.headers().map(), Bytes.copyOf(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    private static HttpRequest.BodyPublisher publisher(Bytes body) {
        return body.length() == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(body.toArray());
    }
}
