package dev.latchkey.servlet;

import dev.latchkey.storage.StorageProvider;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Enumeration;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.jspecify.annotations.Nullable;

/** An application whose {@code web.xml} has the filter, with the files that a test writes and a storage whose database is down. */
final class StartingHost {
    static final String CONFIG = """
            latchkey {
              domains = [{ host = localhost }]
              clients.web.allowed-origins = ["http://localhost:3000"]
              keys.secret = "a secret that these tests alone know"
            }
            """;

    private final Path root;
    private final UnreachableStorage storage = new UnreachableStorage();
    private final ServletContextHandler application = new ServletContextHandler();
    private final FilterHolder filter = new FilterHolder(new PasskeyFilter());

    /** @param root directory of the application's files, empty */
    StartingHost(Path root) {
        this.root = root;
        application.setBaseResource(ResourceFactory.root().newResource(root));
        application.setAttribute(
                StorageProvider.class.getName(), (StorageProvider) (settings, accounts, hostObjects) -> storage);
    }

    UnreachableStorage storage() {
        return storage;
    }

    ServletContextHandler application() {
        return application;
    }

    FilterHolder filter() {
        return filter;
    }

    /** What a filter of the application is started with, without init parameters. */
    FilterConfig filterConfig() {
        return new Mapping(application.getServletContext());
    }

    WebApp start() throws Exception {
        application.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
        return WebApp.start(application);
    }

    /** The status of the answer to who asks for a challenge, once it is started. */
    int challengeStatus() throws Exception {
        try (WebApp app = start()) {
            return app.send(app.request("/passkey/challenge")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"client_id\":\"web\"}")))
                    .statusCode();
        }
    }

    void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A class path with that directory of the application's files before that of the tests. */
    ClassLoader classPath(String directory) throws IOException {
        URI uri = root.resolve(directory).toUri();
        return new URLClassLoader(new URL[] {uri.toURL()}, getClass().getClassLoader());
    }

    private record Mapping(ServletContext context) implements FilterConfig {
        @Override
        public String getFilterName() {
            return "passkeys";
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        @Override
        public @Nullable String getInitParameter(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
