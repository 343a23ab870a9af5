package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contract.FidoCase.Play;
import dev.latchkey.testkit.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The conformance cases for FIDO2 servers, each one a ceremony with Latchkey's own endpoints. What is not claimed stands in {@link
 * FidoUnclaimed} with its reason.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FidoCasesTest {
    private static final String METADATA = "MDS Server-ServerAuthenticatorAttestationResponse-";
    private static final Map<String, Play> CEREMONIES = FidoCeremonyCases.claimed();
    private static final Set<String> CLAIMED = Stream.concat(
                    CEREMONIES.keySet().stream(),
                    FidoMetadataCases.faults().keySet().stream().map(METADATA::concat))
            .collect(Collectors.toUnmodifiableSet());

    private Optional<FidoParty> party = Optional.empty();

    @BeforeAll
    void start() throws Exception {
        FidoCase.all();
        party = Optional.of(FidoParty.start());
    }

    @AfterAll
    void stop() {
        party.ifPresent(FidoParty::close);
    }

    static Stream<FidoCase> claimed() {
        return FidoCase.all().stream().filter(each -> CEREMONIES.containsKey(each.id()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claimed")
    void endsAsTheListSays(FidoCase each) {
        FidoParty relyingParty = party.orElseThrow();

        Answer answer = Objects.requireNonNull(CEREMONIES.get(each.id())).with(relyingParty);

        if (each.accepted()) {
            assertThat(answer.status()).as(each.what()).isBetween(200, 202);
        } else {
            Shapes.oauthError(answer, 400, answer.text("error"));
            assertThat(answer.text("error")).as(each.what()).isIn("invalid_request", "invalid_grant");
        }
    }

    static Stream<String> metadataFaults() {
        return FidoMetadataCases.faults().keySet().stream().map(METADATA::concat);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("metadataFaults")
    void nodeDoesNotStartWithMetadataThatTheListRefuses(String id) {
        FidoMetadataCases.assertRefusesToStart(
                party.orElseThrow(),
                Objects.requireNonNull(FidoMetadataCases.faults().get(id.substring(METADATA.length()))));
    }

    @Test
    void everyCaseIsClaimedOrListedWithAReasonAndNoneIsBoth() {
        List<String> ids = FidoCase.all().stream().map(FidoCase::id).toList();
        Set<String> answered = new HashSet<>(CLAIMED);
        answered.addAll(FidoUnclaimed.REASONS.keySet());

        assertThat(answered).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(CLAIMED).doesNotContainAnyElementsOf(FidoUnclaimed.REASONS.keySet());
    }

    @Test
    void documentationListsWhatIsNotClaimed() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "conformance.md"));
        Set<String> reasons = new TreeSet<>(FidoUnclaimed.REASONS.values());

        assertThat(page).contains(CLAIMED.size() + " of the " + FidoCase.all().size() + " cases");
        for (String reason : reasons) {
            long count = FidoUnclaimed.REASONS.values().stream()
                    .filter(reason::equals)
                    .count();
            assertThat(page).contains("| " + count + " | " + reason + " |");
        }
        assertThat(FidoUnclaimed.REASONS.keySet().stream()
                        .map(FidoUnclaimed::shortId)
                        .collect(Collectors.toSet()))
                .allSatisfy(id -> assertThat(page).contains("`" + id + "`"));
    }
}
