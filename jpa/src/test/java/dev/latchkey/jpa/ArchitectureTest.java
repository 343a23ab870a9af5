package dev.latchkey.jpa;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.latchkey.jpa", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule jpaKnowsThePortsAndValuesOfCoreAlone = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.latchkey..")
                    .and(not(resideInAnyPackage(
                            "dev.latchkey.jpa..",
                            "dev.latchkey.storage",
                            "dev.latchkey.account",
                            "dev.latchkey.passkey",
                            "dev.latchkey.keys",
                            "dev.latchkey.config"))));

    @ArchTest
    static final ArchRule persistenceIsPortable = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..", "org.eclipse.persistence..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule hostsWithoutJtaNeedNothingOfIt = noClasses()
            .that()
            .doNotHaveSimpleName("JtaBoundary")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.transaction..");

    @ArchTest
    static final ArchRule entitiesKnowNothingOfTheStorage = noClasses()
            .that()
            .resideInAPackage("dev.latchkey.jpa.entity")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.latchkey.jpa", "dev.latchkey.jpa.internal");

    @ArchTest
    static final ArchRule arrowsGoDownwards =
            slices().matching("dev.latchkey.jpa.(*)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule internalsDoNotReachUp = noClasses()
            .that()
            .resideInAPackage("dev.latchkey.jpa.internal")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.latchkey.jpa");
}
