package dev.latchkey.javax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the transformer made of the jar, held against Servlet 4.0, JPA 2.2, JTA 1.3, JAX-RS 2.1 and JASPIC 1.1. */
class TransformedJarIT {
    private static final String LIBRARIES = "dev/latchkey/internal/";

    private final JarFile jar;

    TransformedJarIT() throws IOException {
        jar = new JarFile(BareWar.JAR.toFile());
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    /**
     * What is absent is of {@code login.container}, which says so where it is asked for. Compilers of Java 18 and later call what every object
     * has by the interface.
     */
    @Test
    void everyCallButThoseOfTheLoginInTheContainerFitsJavaEe8() {
        assertThat(accesses()
                        .filter(target -> isOfJavaEe(target.getOwner()))
                        .filter(target -> target.resolveMember().isEmpty())
                        .filter(target -> !target.getName().equals("getClass"))
                        .map(AccessTarget::getFullName)
                        .map(name -> name.replaceAll("\\(.*", "")))
                .containsExactlyInAnyOrder(
                        "javax.security.auth.message.AuthException.<init>",
                        "javax.security.auth.message.config.AuthConfigFactory.registerServerAuthModule",
                        "javax.security.auth.message.config.AuthConfigFactory.removeServerAuthModule");
    }

    @Test
    void noCallIsOfAJakartaPackage() {
        assertThat(accesses().map(target -> target.getOwner().getName()))
                .contains("javax.servlet.http.HttpServletRequest", "javax.persistence.EntityManager")
                .noneMatch(name -> name.startsWith("jakarta."));
    }

    @Test
    void noStringNamesAJakartaPackage() throws IOException {
        List<JarEntry> classes = jar.stream()
                .filter(file -> file.getName().endsWith(".class"))
                .filter(file -> !file.getName().startsWith(LIBRARIES))
                .toList();

        assertThat(classes).hasSizeGreaterThan(100);
        for (JarEntry file : classes) {
            assertThat(text(file)).as(file.getName()).doesNotContain("jakarta.");
        }
    }

    @Test
    void initializerAndMappingAreThoseOfJavaEe8() throws IOException {
        assertThat(text(jar.getJarEntry("META-INF/services/javax.servlet.ServletContainerInitializer")))
                .startsWith("dev.latchkey.servlet.PasskeyInitializer");
        assertThat(text(jar.getJarEntry("META-INF/latchkey-orm.xml")))
                .contains("<entity-mappings xmlns=\"http://xmlns.jcp.org/xml/ns/persistence/orm\" version=\"2.2\">");
    }

    @Test
    void sourcesAreTransformedToo() throws IOException {
        String name = BareWar.JAR.getFileName().toString().replace(".jar", "-sources.jar");
        try (JarFile sources = new JarFile(BareWar.JAR.resolveSibling(name).toFile())) {
            String filter = "dev/latchkey/servlet/PasskeyFilter.java";
            assertThat(new String(
                            sources.getInputStream(sources.getJarEntry(filter)).readAllBytes(), ISO_8859_1))
                    .contains("import javax.servlet.Filter;")
                    .doesNotContain("import jakarta.");
        }
    }

    private Stream<? extends AccessTarget> accesses() {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains(LIBRARIES)).importJar(jar).stream()
                        .flatMap(type -> type.getAccessesFromSelf().stream())
                        .map(JavaAccess::getTarget);
    }

    private static boolean isOfJavaEe(JavaClass owner) {
        return owner.getPackageName()
                .matches("javax\\.(servlet|persistence|ws\\.rs|security\\.auth\\.message|transaction(?!\\.xa)).*");
    }

    private String text(JarEntry file) throws IOException {
        return new String(jar.getInputStream(file).readAllBytes(), ISO_8859_1);
    }
}
