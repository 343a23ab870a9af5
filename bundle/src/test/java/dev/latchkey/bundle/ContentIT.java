package dev.latchkey.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the jar holds, and what it must not. */
class ContentIT {
    private static final long GREATEST_SIZE_BYTES = 10_000_000;

    @Test
    void everyClassIsInPackagesOfLatchkey() {
        assertThat(Bundle.classNames()).hasSizeGreaterThan(1_000).allMatch(name -> name.startsWith("dev.latchkey."));
    }

    @Test
    void everyOtherFileHasItsReason() {
        assertThat(Bundle.files())
                .filteredOn(file -> !file.endsWith(".class"))
                .allMatch(file -> file.startsWith("META-INF/licenses/")
                        || file.startsWith("META-INF/resources/latchkey/")
                        || file.startsWith("META-INF/sbom/")
                        || file.startsWith("META-INF/services/")
                        || file.startsWith("dev/latchkey/")
                        || Set.of(
                                        "META-INF/LICENSE",
                                        "META-INF/NOTICE",
                                        "META-INF/MANIFEST.MF",
                                        "META-INF/latchkey-orm.xml",
                                        "latchkey-reference.conf")
                                .contains(file));
    }

    @Test
    void noFileIsThereTwice() {
        assertThat(Bundle.files()).doesNotHaveDuplicates();
    }

    @Test
    void servicesAreOfClassesThatAreThere() {
        assertThat(Bundle.files())
                .filteredOn(file -> file.startsWith("META-INF/services/"))
                .hasSizeGreaterThan(3)
                .allSatisfy(file -> assertThat(Bundle.text(file).lines().filter(line -> !line.isBlank()))
                        .isNotEmpty()
                        .allMatch(Bundle.classNames()::contains));
    }

    @Test
    void licencesAndNoticeAreThere() {
        assertThat(Bundle.text("META-INF/LICENSE")).contains("Apache License");
        assertThat(Bundle.text("META-INF/NOTICE")).contains("Yubico AB", "Jackson", "Guava", "Nimbus", "QOS.ch");
        assertThat(Bundle.text("META-INF/licenses/yubico.txt")).contains("Yubico AB");
        assertThat(Bundle.text("META-INF/licenses/slf4j.txt")).contains("QOS.ch");
        assertThat(Bundle.files()).contains("META-INF/licenses/jackson-NOTICE.txt");
    }

    @Test
    void sizeIsBounded() throws IOException {
        assertThat(Files.size(Bundle.JAR)).isLessThan(GREATEST_SIZE_BYTES);
    }

    @Test
    void publishedPomAsksForNothing() throws IOException {
        String pom = Files.readString(Path.of("dependency-reduced-pom.xml"));

        assertThat(pom.split("<dependency>", -1)).hasSameSizeAs(pom.split("<scope>(test|provided)</scope>", -1));
    }

    @Test
    void billOfMaterialsListsWhatTheJarHoldsAndNothingElse() throws IOException {
        assumeFalse(
                "offline=true".equals(System.getProperty("resolution")),
                "the bill of materials is made online only: run Maven without -o");
        JsonNode bom = new ObjectMapper().readTree(Bundle.text("META-INF/sbom/bom.json"));
        List<String> components = new ArrayList<>();
        bom.path("components")
                .forEach(component -> components.add(component.path("group").asText() + ":"
                        + component.path("name").asText()));

        assertThat(components)
                .containsExactlyInAnyOrder(
                        "com.fasterxml.jackson.core:jackson-annotations",
                        "com.fasterxml.jackson.core:jackson-core",
                        "com.fasterxml.jackson.core:jackson-databind",
                        "com.fasterxml.jackson.dataformat:jackson-dataformat-cbor",
                        "com.fasterxml.jackson.datatype:jackson-datatype-jdk8",
                        "com.fasterxml.jackson.datatype:jackson-datatype-jsr310",
                        "com.github.peteroupc:datautilities",
                        "com.github.peteroupc:numbers",
                        "com.google.guava:failureaccess",
                        "com.google.guava:guava",
                        "com.nimbusds:nimbus-jose-jwt",
                        "com.typesafe:config",
                        "com.upokecenter:cbor",
                        "com.yubico:webauthn-server-attestation",
                        "com.yubico:webauthn-server-core",
                        "com.yubico:yubico-util",
                        "dev.latchkey:latchkey-core",
                        "dev.latchkey:latchkey-filter",
                        "dev.latchkey:latchkey-jaxrs",
                        "dev.latchkey:latchkey-jpa",
                        "org.slf4j:slf4j-api",
                        "org.slf4j:slf4j-jdk14");
    }

    @Test
    void sourcesAndJavadocAreThoseOfTheModules() {
        Path target = Bundle.JAR.resolveSibling("");
        String name = Bundle.JAR.getFileName().toString().replaceFirst("\\.jar$", "");

        assertThat(Bundle.files(target.resolve(name + "-sources.jar")))
                .contains(
                        "dev/latchkey/Latchkey.java",
                        "dev/latchkey/jaxrs/PasskeyFeature.java",
                        "dev/latchkey/jpa/JpaStorage.java",
                        "dev/latchkey/servlet/PasskeyFilter.java");
        assertThat(Bundle.files(target.resolve(name + "-javadoc.jar")))
                .contains("dev/latchkey/Latchkey.html", "dev/latchkey/servlet/PasskeyFilter.html")
                .noneMatch(file -> file.contains("/internal/"));
    }

    @Test
    void jarIsAModuleOfItsName() {
        assertThat(modules(Bundle.JAR)).containsExactly("dev.latchkey");
    }

    @Test
    void separateJarsAreModulesOfTheirNames() {
        assertThat(modules(Path.of("target", "separate-jars")))
                .containsExactlyInAnyOrder(
                        "dev.latchkey.core",
                        "dev.latchkey.jaxrs",
                        "dev.latchkey.jpa",
                        "dev.latchkey.servlet",
                        "dev.latchkey.testkit",
                        "dev.latchkey.transfer");
    }

    private static List<String> modules(Path path) {
        return ModuleFinder.of(path).findAll().stream()
                .map(ModuleReference::descriptor)
                .map(ModuleDescriptor::name)
                .toList();
    }
}
