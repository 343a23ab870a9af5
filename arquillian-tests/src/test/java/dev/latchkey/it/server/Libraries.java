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
    HIBERNATE,
    /** A persistence provider, the API and the database. */
    ECLIPSELINK,
    /** JAX-RS with Jackson. */
    JERSEY,
    /** Jackson as it was in 2021. */
    OLD_JACKSON;

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
