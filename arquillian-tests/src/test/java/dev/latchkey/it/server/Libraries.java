package dev.latchkey.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Jars that belong together, copied side by side before the tests run. */
public enum Libraries {
    /** A persistence provider, the API and the database. */
    HIBERNATE("Hibernate"),
    /** A persistence provider, the API and the database. */
    ECLIPSELINK("EclipseLink"),
    /** JAX-RS with Jackson. */
    JERSEY("Jersey"),
    /** Jackson as it was in 2021. */
    OLD_JACKSON("Jackson 2.12");

    private final String label;

    Libraries(String label) {
        this.label = label;
    }

    /** As the documentation calls them. */
    String label() {
        return label;
    }

    public List<Path> jars() {
        try (Stream<Path> files = Files.list(Path.of(Server.property("libraries"), name().toLowerCase(Locale.ROOT)))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that has the driver of the databases. */
    static Path driver() {
        return HIBERNATE.jars().stream()
                .filter(jar -> String.valueOf(jar.getFileName()).startsWith("h2-"))
                .findFirst()
                .orElseThrow();
    }
}
