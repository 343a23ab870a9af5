package dev.latchkey.sample.run;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.jspecify.annotations.Nullable;

/**
 * The WAR at {@code /}, as a server of its own would run it: what the WAR brings itself is hidden where it is on the
 * runner's class path too, as it is under Maven.
 */
final class SampleApplication extends WebAppContext {

    private static final String LIBRARIES = "WEB-INF/lib/";
    private static final String IN_JAR = "!/";

    private final Set<String> libraries;

    SampleApplication(Path war) throws IOException {
        super(war.toAbsolutePath().toString(), "/");
        if (!Files.isRegularFile(war)) {
            throw new IOException("There is no " + war.toAbsolutePath() + "; build it with mvn package");
        }
        try (ZipFile content = new ZipFile(war.toFile())) {
            libraries = content.stream()
                    .map(Object::toString)
                    .filter(name -> name.startsWith(LIBRARIES))
                    .map(name -> name.substring(LIBRARIES.length()))
                    .collect(Collectors.toUnmodifiableSet());
        }
        setThrowUnavailableOnStartupException(true);
    }

    @Override
    public boolean isHiddenClass(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return super.isHiddenClass(type) || (source != null && isInWar(source.getLocation()));
    }

    @Override
    public boolean isHiddenResource(String name, URL url) {
        return super.isHiddenResource(name, url) || isInWar(url);
    }

    /** Directories are those of this build: their classes are in the WAR, or are the runner's. */
    private boolean isInWar(@Nullable URL url) {
        if (url == null) {
            return false;
        }
        String location = url.toString();
        int end = location.indexOf(IN_JAR);
        String file = end < 0 ? location : location.substring(0, end);
        return file.endsWith(".jar")
                ? libraries.contains(file.substring(file.lastIndexOf('/') + 1))
                : file.startsWith("file:");
    }
}
