package dev.latchkey.sdk;

import dev.latchkey.sample.browser.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SDKs as {@code package-lock.json} pins them, installed by {@code npm ci} under the build directory. What is installed for the same lock
 * file is kept.
 */
final class Sdks {
    private static final Path SOURCE = Path.of("src/test/npm");
    private static final Path DIRECTORY =
            Path.of(System.getProperty("sample.target", "target"), "npm").toAbsolutePath();
    private static final List<String> FILES = List.of("package.json", "package-lock.json", ".npmrc", "agent.mjs");
    private static final String LOCK = "package-lock.json";
    private static final Path INSTALLED = DIRECTORY.resolve("installed-" + LOCK);
    private static final long PATIENCE_MINUTES = 3;
    private static final Pattern UNREACHABLE = Pattern.compile(
            "\\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|E50[234])\\b");

    private Sdks() {}

    private static final class Once {
        static final Optional<String> MISSING = install();
    }

    /** Installs them where they are not, once a run; answers with what is missing for it, if anything. */
    static Optional<String> missing() {
        return Once.MISSING;
    }

    /** The directory that holds {@code node_modules} and what runs beside it. */
    static Path directory() {
        return DIRECTORY;
    }

    private static Optional<String> install() {
        List<String> missing = Programs.missing("node", "npm");
        if (!missing.isEmpty()) {
            return Optional.of("Not on the PATH: " + String.join(" and ", missing)
                    + ". Install Node.js 18 or later with npm (Debian: nodejs and npm) to run the tests of the SDKs.");
        }
        try {
            Files.createDirectories(DIRECTORY);
            for (String file : FILES) {
                Files.copy(SOURCE.resolve(file), DIRECTORY.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            if (Files.exists(INSTALLED) && Files.mismatch(INSTALLED, DIRECTORY.resolve(LOCK)) < 0) {
                return Optional.empty();
            }
            Optional<String> unreachable = npmCi();
            if (unreachable.isEmpty()) {
                Files.copy(DIRECTORY.resolve(LOCK), INSTALLED, StandardCopyOption.REPLACE_EXISTING);
            }
            return unreachable;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails for all faults but a registry that does not answer: what does not fit the lock file is none to pass over. */
    private static Optional<String> npmCi() throws IOException {
        Path log = DIRECTORY.resolve("npm.log");
        Process npm = new ProcessBuilder(Programs.get("npm").toString(), "ci")
                .directory(DIRECTORY.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = waitFor(npm);
        String said = Files.readString(log, StandardCharsets.UTF_8);
        if (ended && npm.exitValue() == 0) {
            return Optional.empty();
        }
        Matcher unreachable = UNREACHABLE.matcher(said);
        if (!ended || unreachable.find()) {
            return Optional.of(
                    "npm reaches no registry (" + (ended ? unreachable.group() : "no end in time")
                            + "). Set one that this machine reaches in ~/.npmrc, or fill npm's cache, to run the tests of the SDKs.");
        }
        throw new IllegalStateException("npm ci failed in " + DIRECTORY + ":\n" + said);
    }

    private static boolean waitFor(Process npm) {
        try {
            if (npm.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                return true;
            }
            npm.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            npm.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
