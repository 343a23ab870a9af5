package dev.latchkey.servlet;

import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.ConfigurationReader;
import dev.latchkey.config.LatchkeyConfig;
import jakarta.servlet.ServletContext;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the configuration of a web application is. */
final class ConfigLocation {
    private final ServletContext context;
    private final ConfigurationReader reader = ConfigurationReader.ofProcess();

    ConfigLocation(ServletContext context) {
        this.context = context;
    }

    /**
     * Reads {@code WEB-INF/latchkey.conf}, else {@code WEB-INF/latchkey.properties}, else the one on the class path.
     *
     * @throws ConfigurationException if there is none, or both, or it has faults
     */
    LatchkeyConfig read() {
        return find().orElseThrow(() ->
                Extensions.fault("there is no latchkey.conf or latchkey.properties in WEB-INF or on the class"
                        + " path: add one that has a domain and a client"));
    }

    /**
     * Reads the same, if there is one.
     *
     * @throws ConfigurationException if there are both, or it has faults
     */
    Optional<LatchkeyConfig> find() {
        List<URL> found = Stream.of("/WEB-INF/latchkey.conf", "/WEB-INF/latchkey.properties")
                .flatMap(path -> inApplication(path).stream())
                .toList();
        if (found.size() > 1) {
            throw Extensions.fault(found.get(0) + " and " + found.get(1) + ": keep one of the two");
        }
        return found.stream().findFirst().map(reader::read).or(() -> reader.onClasspath(Extensions.loader(context)));
    }

    /**
     * Reads another resource.
     *
     * @param resource a path in the web application if it begins with a slash, else one on the class path
     * @throws ConfigurationException if there is no such resource, or it has faults
     */
    LatchkeyConfig read(String resource) {
        Optional<URL> found = resource.startsWith("/") ? inApplication(resource) : onClasspath(resource);
        return found.map(reader::read)
                .orElseThrow(
                        () -> Extensions.fault(
                                "init-param config = " + resource + ": there is no such resource; name a path in"
                                        + " the web application, such as /WEB-INF/passkeys.conf, or a resource on the class path"));
    }

    private Optional<URL> onClasspath(String resource) {
        return Optional.ofNullable(Extensions.loader(context).getResource(resource));
    }

    private Optional<URL> inApplication(String path) {
        try {
            return Optional.ofNullable(context.getResource(path));
        } catch (MalformedURLException e) {
            throw Extensions.fault(path + " is no path in the web application: " + e.getMessage());
        }
    }
}
