package dev.latchkey.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.ceremony.CeremonyException;
import dev.latchkey.event.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorStyleTest {

    @Test
    void oauthErrorHasTwoMembers() {
        Reply reply = ErrorStyle.OAUTH.reply(ApiException.ofMember("/client_id", "client_id is missing."));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(text(reply))
                .isEqualTo("{\"error\":\"invalid_request\",\"error_description\":\"client_id is missing.\"}");
        assertThat(reply.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Cache-Control", "no-store");
    }

    @Test
    void problemNamesTheMember() {
        Reply reply = ErrorStyle.PROBLEM.reply(ApiException.ofMember("/authn_response/rawId", "rawId is missing."));

        assertThat(text(reply))
                .isEqualTo("{\"type\":\"https://latchkey.dev/errors#invalid-request\",\"status\":400,"
                        + "\"title\":\"Invalid request\",\"detail\":\"rawId is missing.\","
                        + "\"validation_errors\":[{\"detail\":\"rawId is missing.\",\"pointer\":\"/authn_response/rawId\","
                        + "\"field\":\"authn_response.rawId\",\"source\":\"body\"}]}");
    }

    @Test
    void problemWithoutMemberHasNoValidationErrors() {
        Reply reply = ErrorStyle.PROBLEM.reply(
                ApiException.withHeader(ErrorKind.INVALID_TOKEN, "No.", "WWW-Authenticate", "Bearer"));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.headers()).containsEntry("WWW-Authenticate", "Bearer");
        assertThat(text(reply)).doesNotContain("validation_errors").doesNotContain("null");
    }

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void everyKindHasAStableAddress(ErrorKind kind) {
        assertThat(kind.type()).matches("https://latchkey\\.dev/errors#[a-z-]+");
        assertThat(kind.status()).isBetween(400, 503);
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH_SESSION, 400, invalid_grant",
        "WEBAUTHN, 400, invalid_grant",
        "UNKNOWN_CREDENTIAL, 400, invalid_grant",
        "REFRESH_TOKEN, 400, invalid_grant",
        "ORGANIZATION, 400, invalid_grant",
        "PROFILE, 400, invalid_request",
        "IDENTIFIER_TAKEN, 400, invalid_request",
        "COUNTER, 400, invalid_grant",
        "SCOPE, 400, invalid_scope",
        "PROOF, 400, invalid_dpop_proof",
        "ACCOUNT, 403, access_denied",
        "NO_SUCH_PASSKEY, 404, not_found",
        "TOO_MANY_PASSKEYS, 409, invalid_request",
        "LAST_PASSKEY, 409, invalid_request"
    })
    void everyRefusalHasItsStatusAndCode(Refusal refusal, int status, String code) {
        ApiException error = Refusals.of(new CeremonyException(refusal, "user_profile.email is required"));

        assertThat(error.kind().status()).isEqualTo(status);
        assertThat(error.kind().oauthCode()).isEqualTo(code);
    }

    @Test
    void reasonOfARefusalIsNotTold() {
        for (Refusal refusal : Refusal.values()) {
            ApiException error = Refusals.of(new CeremonyException(refusal, "a reason for the log"));
            assertThat(error.detail().contains("a reason for the log")).isEqualTo(refusal == Refusal.PROFILE);
        }
    }

    private static String text(Reply reply) {
        return new String(reply.body().toArray(), UTF_8);
    }
}
