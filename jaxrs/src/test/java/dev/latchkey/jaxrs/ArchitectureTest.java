package dev.latchkey.jaxrs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.latchkey", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule doorStandsOnCoreAndTheApiOfJaxrsAlone = classes()
            .that()
            .resideInAPackage("dev.latchkey.jaxrs..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "jakarta.ws.rs..",
                    "org.slf4j..",
                    "org.jspecify..",
                    "dev.latchkey",
                    "dev.latchkey.jaxrs",
                    "dev.latchkey.http",
                    "dev.latchkey.account",
                    "dev.latchkey.passkey",
                    "dev.latchkey.ceremony",
                    "dev.latchkey.config"));
}
