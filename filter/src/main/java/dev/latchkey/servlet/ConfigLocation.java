package dev.latchkey.servlet;

import dev.latchkey.config.ConfigReader;
import dev.latchkey.config.LatchkeyConfig;
import jakarta.servlet.ServletContext;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the configuration of a web application is. */
final class ConfigLocation {
    private final ServletContext context;

    ConfigLocation(ServletContext context) {
        this.context = context;
    }

    /** Reads {@code WEB-INF/latchkey.conf}, else {@code WEB-INF/latchkey.properties}, else what the class path has. */
    LatchkeyConfig read() {
        return Stream.of("/WEB-INF/latchkey.conf", "/WEB-INF/latchkey.properties")
                .flatMap(path -> inApplication(path).stream())
                .findFirst()
                .map(ConfigReader::read)
                .orElseGet(() -> ConfigReader.onClasspath(context.getClassLoader()));
    }

    /**
     * Reads another resource.
     *
     * @param resource a path in the web application if it begins with a slash, else one on the class path
     * @throws dev.latchkey.config.ConfigurationException if there is no such resource
     */
    LatchkeyConfig read(String resource) {
        Optional<URL> url = resource.startsWith("/") ? inApplication(resource) : onClasspath(resource);
        return ConfigReader.read(
                url.orElseThrow(
                        () -> Extensions.fault(
                                "init-param config = " + resource
                                        + " names no resource; give a path in the web application, such as /WEB-INF/passkeys.conf, or one on the class path")));
    }

    private Optional<URL> onClasspath(String resource) {
        return Optional.ofNullable(context.getClassLoader().getResource(resource));
    }

    private Optional<URL> inApplication(String path) {
        try {
            return Optional.ofNullable(context.getResource(path));
        } catch (MalformedURLException e) {
            throw Extensions.fault(path + " is no path in the web application: " + e.getMessage());
        }
    }
}
