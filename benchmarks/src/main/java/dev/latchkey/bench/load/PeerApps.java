package dev.latchkey.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the build leaves the other servers, seen from the root of the repository. */
final class PeerApps {
    static final Path QUARKUS_JAR = Path.of("benchmarks/quarkus-app/target/quarkus-app/quarkus-run.jar");

    private static final Path SPRING = Path.of("benchmarks/spring-app/target");
    private static final Path QUARKUS_LIST =
            Path.of("benchmarks/quarkus-app/target/quarkus-app/quarkus-app-dependencies.txt");

    private PeerApps() {}

    static String springClassPath() {
        return SPRING.resolve("classes") + ":" + read(SPRING.resolve("class-path"));
    }

    /** What they are made of, with versions. */
    static String versions() {
        String spring = springClassPath();
        return "Spring Boot %s with Spring Security %s, Quarkus %s with Hibernate ORM %s"
                .formatted(
                        version("spring-boot-(\\d[\\w.]*)\\.jar", spring),
                        version("spring-security-webauthn-(\\d[\\w.]*)\\.jar", spring),
                        version("quarkus-security-webauthn::jar:(\\d[\\w.]*)", read(QUARKUS_LIST)),
                        version("hibernate-core::jar:(\\d[\\w.]*)", read(QUARKUS_LIST)));
    }

    private static String version(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "of unknown version";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is missing: build it by benchmarks/run", e);
        }
    }
}
