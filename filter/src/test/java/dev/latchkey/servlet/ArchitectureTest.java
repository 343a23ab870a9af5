package dev.latchkey.servlet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.latchkey.ceremony.SignIn;

@AnalyzeClasses(packages = "dev.latchkey", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] SERVLET = {
        "java..", "javax.xml.stream", "jakarta.servlet..", "org.slf4j..", "org.jspecify..", "dev.latchkey.."
    };

    @ArchTest
    static final ArchRule doorStandsOnCoreAndTheServletApiAlone = classes()
            .that()
            .resideInAnyPackage("dev.latchkey.servlet", "dev.latchkey.servlet.internal")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(SERVLET));

    @ArchTest
    static final ArchRule moduleAloneKnowsJakartaAuthentication = classes()
            .that()
            .resideInAPackage("dev.latchkey.servlet.internal.authentication")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(SERVLET)
                    .or(resideInAnyPackage("jakarta.security.auth.message..", "javax.security.auth..")));

    @ArchTest
    static final ArchRule adapterAloneKnowsJetty = classes()
            .that()
            .resideInAPackage("dev.latchkey.servlet.jetty")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(SERVLET).or(resideInAnyPackage("org.eclipse.jetty..", "javax.security.auth..")));

    @ArchTest
    static final ArchRule whatTheDoorStandsOnDoesNotKnowIt = noClasses()
            .that()
            .resideInAnyPackage("dev.latchkey.servlet.internal..", "dev.latchkey.servlet.jetty")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.latchkey.servlet");

    @ArchTest
    static final ArchRule doorKnowsNoStorageOfItsOwnAndNoPartOfCoreThatDoesTheWork = noClasses()
            .that()
            .resideInAPackage("dev.latchkey.servlet..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.latchkey..")
                    .and(resideOutsideOfPackages(
                            "dev.latchkey",
                            "dev.latchkey.servlet..",
                            "dev.latchkey.http",
                            "dev.latchkey.config",
                            "dev.latchkey.account",
                            "dev.latchkey.attestation",
                            "dev.latchkey.event",
                            "dev.latchkey.passkey",
                            "dev.latchkey.storage"))
                    .and(not(type(SignIn.class))));

    @ArchTest
    static final ArchRule nothingInCoreKnowsTheDoor = noClasses()
            .that()
            .resideOutsideOfPackage("dev.latchkey.servlet..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.latchkey.servlet..");
}
