package dev.latchkey.transfer;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.latchkey.transfer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule transferKnowsThePortsAndValuesOfCoreAlone = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.latchkey..")
                    .and(not(resideInAnyPackage(
                            "dev.latchkey.transfer",
                            "dev.latchkey.storage",
                            "dev.latchkey.account",
                            "dev.latchkey.passkey",
                            "dev.latchkey.webauthn",
                            "dev.latchkey.config",
                            "dev.latchkey.json"))));

    @ArchTest
    static final ArchRule yubicosLibraryIsSeenByOneClass = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(YubicoCredentials.class.getName())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.yubico..");

    @ArchTest
    static final ArchRule webauthn4jIsSeenByOneClass = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(WebAuthn4jRecords.class.getName())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.webauthn4j..");

    @ArchTest
    static final ArchRule storageIsReachedByThePortAlone = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.hibernate..", "dev.latchkey.jpa..");
}
