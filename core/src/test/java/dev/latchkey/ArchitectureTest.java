package dev.latchkey;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inside the core every arrow points down the house, and there is no circle. */
class ArchitectureTest {
    private static final JavaClasses CORE = core();

    /** From the roof to the ground. Packages of one storey do not know each other. */
    private static final List<List<String>> STOREYS = List.of(
            List.of(""),
            List.of(".warmup"),
            List.of(".http"),
            List.of(".ceremony"),
            List.of(".webauthn"),
            List.of(".session"),
            List.of(".token"),
            List.of(".wellknown"),
            List.of(".storage"),
            List.of(".dpop"),
            List.of(".keys"),
            List.of(".config"),
            List.of(".metrics"),
            List.of(".event"),
            List.of(".account", ".attestation", ".passkey"),
            List.of(".json"));

    /** The public classes that show a library's type: JSON in and out, which every door and host of this kit has anyway. */
    private static final Set<String> SHOW_A_LIBRARY = Set.of(
            "ceremony.Challenge",
            "json.Json",
            "metrics.PasskeyMeters",
            "webauthn.AssertionAnswer",
            "webauthn.CreationOptions",
            "webauthn.RegistrationAnswer",
            "webauthn.RequestOptions",
            "wellknown.AppleAppSiteAssociation",
            "wellknown.AssetLinks",
            "wellknown.Discovery",
            "wellknown.Jwks",
            "wellknown.OpenApi",
            "wellknown.PasskeyPages",
            "wellknown.RelatedOrigins");

    static Stream<Arguments> packagesAndWhatTheyMayNotKnow() {
        return IntStream.range(0, STOREYS.size()).boxed().flatMap(storey -> STOREYS.get(storey).stream()
                .map(name -> Arguments.of(
                        "dev.latchkey" + name,
                        Named.of("storey " + storey, forbidden(storey, name).toArray(String[]::new)))));
    }

    private static Stream<String> forbidden(int storey, String name) {
        return STOREYS.subList(0, storey + 1).stream()
                .flatMap(List::stream)
                .filter(other -> !other.equals(name))
                .map(other -> "dev.latchkey" + other);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packagesAndWhatTheyMayNotKnow")
    void noPackageKnowsOneAboveOrBesideIt(String name, String[] above) {
        noClasses()
                .that()
                .resideInAPackage(name)
                .should()
                .dependOnClassesThat(resideInAnyPackage(above))
                .check(CORE);
    }

    @Test
    void everyPackageHasItsStorey() {
        Set<String> drawn = STOREYS.stream()
                .flatMap(List::stream)
                .map(name -> "dev.latchkey" + name)
                .collect(Collectors.toSet());

        assertThat(CORE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .isEqualTo(drawn);
    }

    @Test
    void thereIsNoCircle() {
        slices().matching("dev.latchkey.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void engineIsSeenByThePackageWebauthnAlone() {
        noClasses()
                .that(not(resideInAPackage("dev.latchkey.webauthn")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.yubico..", "com.upokecenter..")
                .check(CORE);
    }

    @Test
    void micrometerIsSeenByThePackageMetricsAloneAndThatByNobody() {
        noClasses()
                .that(not(resideInAPackage("dev.latchkey.metrics")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "dev.latchkey.metrics")
                .check(CORE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jakarta..", "javax.servlet..", "javax.persistence..", "javax.ws.rs..", "org.hibernate.."})
    void containersAreSeenByNobody(String foreign) {
        noClasses().should().dependOnClassesThat().resideInAPackage(foreign).check(CORE);
    }

    @Test
    void noFurtherPublicClassShowsATypeOfALibrary() {
        Set<String> showing = CORE.stream()
                .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(each -> each.getCodeUnits().stream()
                        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                        .anyMatch(ArchitectureTest::namesALibrary))
                .map(each -> each.getName().substring("dev.latchkey.".length()))
                .collect(Collectors.toSet());

        assertThat(showing).isEqualTo(SHOW_A_LIBRARY);
    }

    private static boolean namesALibrary(JavaCodeUnit unit) {
        return unit.getAllInvolvedRawTypes().stream()
                .map(JavaClass::getPackageName)
                .anyMatch(name -> !name.startsWith("java.")
                        && !name.equals("javax.crypto")
                        && !name.startsWith("dev.latchkey")
                        && !name.isEmpty());
    }

    private static JavaClasses core() {
        try {
            Path classes = Path.of(Latchkey.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new ClassFileImporter().importPath(classes);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
