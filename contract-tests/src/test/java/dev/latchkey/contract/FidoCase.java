package dev.latchkey.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.testkit.Answer;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A conformance case for FIDO2 servers, as the list tells it.
 *
 * @param id its name there
 * @param accepted whether the server shall accept
 * @param what is done
 */
record FidoCase(String id, boolean accepted, String what) {

    /** How a case is played with Latchkey's endpoints: gives the last answer. */
    @FunctionalInterface
    interface Play {
        Answer with(FidoParty party);
    }

    /** All of them; the test is skipped where the list is not. */
    static List<FidoCase> all() {
        return StreamSupport.stream(
                        PublishedVector.required("fido-server-cases.json")
                                .path("cases")
                                .spliterator(),
                        false)
                .map(FidoCase::of)
                .toList();
    }

    private static FidoCase of(JsonNode json) {
        return new FidoCase(
                json.path("id").asText(),
                json.path("expect").asText().equals("ok"),
                json.path("mutation").asText());
    }

    @Override
    public String toString() {
        return id;
    }
}
