package dev.latchkey.servlet;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** A web application in Jetty on loopback, and a browser that keeps its cookies. */
final class WebApp implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private WebApp(ServletContextHandler application) throws Exception {
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        server.setHandler(application);
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    static WebApp start(String contextPath, Consumer<ServletContextHandler> setUp) throws Exception {
        ServletContextHandler application = new ServletContextHandler(ServletContextHandler.SESSIONS);
        application.setContextPath(contextPath);
        setUp.accept(application);
        return new WebApp(application);
    }

    static WebApp start(ServletContextHandler application) throws Exception {
        return new WebApp(application);
    }

    int port() {
        return connector.getLocalPort();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    String get(String path) throws IOException, InterruptedException {
        return send(request(path)).body();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
