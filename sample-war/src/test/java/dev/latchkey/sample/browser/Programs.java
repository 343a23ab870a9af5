package dev.latchkey.sample.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs on the PATH. */
public final class Programs {
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    private Programs() {}

    public static List<String> missing(String... names) {
        return Stream.of(names).filter(name -> find(name).isEmpty()).toList();
    }

    public static File get(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException(name + " is not on the PATH"))
                .toFile();
    }

    private static Optional<Path> find(String name) {
        return SEPARATOR
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
