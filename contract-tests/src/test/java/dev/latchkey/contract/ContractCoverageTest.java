package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.contract.ContractText.Row;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Every row of the contract is quoted by the title of a test, and no title misquotes it. A title quotes as {@link Quotation} says; titles
 * that begin otherwise quote something else.
 */
class ContractCoverageTest {
    /** What the contract says and Latchkey does not do yet, with the reason. */
    private static final Map<String, String> NOT_SERVED = new TreeMap<>(Map.of(
            "§3: mfa_required, verification_required (identifier verification by one-time code) are reserved: see design.",
            "the contract keeps the names for what is to come; nothing sends them",
            "§6: or the one-file ROOT application that does",
            "log and documentation give the proxy line"));

    private static final Map<String, List<Quotation>> QUOTATIONS = new TreeMap<>();
    private static List<Row> rows = List.of();

    @BeforeAll
    static void read() throws Exception {
        Optional<Path> contract = ContractText.file();
        assumeTrue(contract.isPresent(), "The contract is not beside the project, so that its rows cannot be counted.");
        rows = ContractText.rows(contract.get());
        for (Class<?> suite : suites()) {
            for (Method method : suite.getDeclaredMethods()) {
                DisplayName title = method.getAnnotation(DisplayName.class);
                if (title != null && isTest(method)) {
                    QUOTATIONS.put(suite.getSimpleName() + "." + method.getName(), Quotation.of(title.value()));
                }
            }
        }
        QUOTATIONS.values().removeIf(List::isEmpty);
    }

    @Test
    void everyRowIsQuotedByATest() {
        List<Row> unquoted = rows.stream()
                .filter(row ->
                        QUOTATIONS.values().stream().flatMap(List::stream).noneMatch(quotation -> quotation.isOf(row)))
                .filter(row -> !NOT_SERVED.containsKey(row.toString()))
                .toList();
        System.out.println("The contract has " + rows.size() + " rows, quoted by the titles of " + QUOTATIONS.size()
                + " tests; " + unquoted.size() + " rows lack a test. Not served: " + NOT_SERVED.keySet());

        assertThat(rows).hasSizeGreaterThan(70);
        assertThat(unquoted).as("rows that no test quotes").isEmpty();
    }

    @Test
    void everyTitleQuotesToTheLetterWordsOfOneRow() {
        List<String> misquoted = new ArrayList<>();
        QUOTATIONS.forEach((test, quotations) -> quotations.stream()
                .filter(quotation -> rows.stream().filter(quotation::isOf).count() != 1)
                .forEach(quotation -> misquoted.add(test + " " + quotation)));

        assertThat(misquoted)
                .as("titles whose words stand in no row, or in several")
                .isEmpty();
    }

    @Test
    void whatIsNotServedIsInTheContractAndQuotedByNoTest() {
        List<Quotation> notServed = NOT_SERVED.keySet().stream()
                .flatMap(title -> Quotation.of(title).stream())
                .toList();

        assertThat(notServed).hasSameSizeAs(NOT_SERVED.keySet()).allSatisfy(each -> {
            assertThat(rows).anyMatch(each::isOf);
            assertThat(QUOTATIONS.values()).noneMatch(quotations -> quotations.contains(each));
        });
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }

    /** Those of this package that run through every door. */
    private static List<Class<?>> suites() throws Exception {
        Path root = Path.of(ContractCoverageTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String packageName = ContractCoverageTest.class.getPackageName();
        List<Class<?>> suites = new ArrayList<>();
        try (Stream<Path> files = Files.list(root.resolve(packageName.replace('.', '/')))) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith("Test.class") && !name.startsWith("Jaxrs")) {
                    suites.add(Class.forName(packageName + "." + name.substring(0, name.length() - ".class".length())));
                }
            }
        }
        return suites;
    }
}
