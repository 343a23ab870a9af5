package dev.latchkey.servlet;

import dev.latchkey.config.BasePath;
import dev.latchkey.config.LatchkeyConfig;
import java.util.Optional;

/** The init-param {@code application-path}, else {@code latchkey.filter.application-path}: where the JAX-RS application is mounted that serves the endpoints in the filter's stead. */
final class ApplicationPath {
    private static final String NAME = "application-path";

    private ApplicationPath() {}

    /**
     * The path, empty text for the application's root, or empty where the filter itself serves.
     *
     * @throws dev.latchkey.config.ConfigurationException if it is no path
     */
    static Optional<String> of(Optional<String> initParameter, LatchkeyConfig config) {
        return initParameter
                .map(ApplicationPath::path)
                .or(() -> config.filter().applicationPath().flatMap(BasePath::of));
    }

    private static String path(String text) {
        return BasePath.of(text)
                .orElseThrow(() -> Extensions.fault("init-param " + NAME + " = " + text
                        + " is no path: write it as the @ApplicationPath that the container maps, such as /api"));
    }
}
