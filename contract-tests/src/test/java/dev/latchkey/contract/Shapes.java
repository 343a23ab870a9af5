package dev.latchkey.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.testkit.Answer;
import java.util.ArrayList;
import java.util.List;

/** What the contract says of every answer of a kind, beside its status. */
final class Shapes {
    /** The parameter that says which proofs are understood (RFC 9449 §7.1). */
    static final String DPOP_ALGORITHMS = "algs=\"ES256 RS256 Ed25519 EdDSA\"";

    /** The challenge to a caller that has not tried the scheme. */
    static final String DPOP = "DPoP " + DPOP_ALGORITHMS;

    /** The one sentence that a client learns of a WebAuthn answer that was refused. */
    static final String NOT_VERIFIED = "The passkey could not be verified.";

    private Shapes() {}

    /** §1–3: {@code {"error","error_description"}}, and no word of how the server is made. */
    static Answer oauthError(Answer answer, int status, String code) {
        answer.expectError(status, code);
        assertThat(names(answer.body())).containsExactly("error", "error_description");
        assertThat(answer.text("error_description")).isNotBlank();
        assertJsonOfNobodyElse(answer);
        assertTellsNothing(answer);
        return answer;
    }

    /** §1: a missing or malformed member, which the description names. */
    static Answer invalidRequest(Answer answer, String member) {
        oauthError(answer, 400, "invalid_request");
        assertThat(answer.text("error_description")).contains(member);
        return answer;
    }

    /** §3: "A WebAuthn failure tells the client one fixed sentence". */
    static Answer notVerified(Answer answer) {
        oauthError(answer, 400, "invalid_grant");
        assertThat(answer.text("error_description")).isEqualTo(NOT_VERIFIED);
        return answer;
    }

    /** §4: {@code {"type","status","title","detail","validation_errors"?}}. */
    static Answer problem(Answer answer, int status) {
        answer.expect(status);
        assertThat(names(answer.body()))
                .containsSubsequence("type", "status", "title", "detail")
                .isSubsetOf("type", "status", "title", "detail", "validation_errors");
        assertThat(answer.text("type")).startsWith("https://");
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.text("detail")).isNotBlank();
        assertJsonOfNobodyElse(answer);
        assertTellsNothing(answer);
        return answer;
    }

    /** §4: a problem whose one validation error points at a member of the body. */
    static Answer validationError(Answer answer, String pointer) {
        problem(answer, 400);
        JsonNode errors = answer.body().path("validation_errors");
        assertThat(errors).hasSize(1);
        assertThat(names(errors.get(0))).containsExactly("detail", "pointer", "field", "source");
        assertThat(errors.at("/0/pointer").asText()).isEqualTo(pointer);
        assertThat(errors.at("/0/field").asText())
                .isEqualTo(pointer.substring(1).replace('/', '.'));
        assertThat(errors.at("/0/source").asText()).isEqualTo("body");
        return answer;
    }

    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void assertJsonOfNobodyElse(Answer answer) {
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Vary")).contains("Origin");
    }

    private static void assertTellsNothing(Answer answer) {
        assertThat(answer.body().toString()).doesNotContain("Exception", "dev.latchkey", "java.", "com.", "\\tat ");
    }
}
