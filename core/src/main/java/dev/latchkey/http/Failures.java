package dev.latchkey.http;

import dev.latchkey.ceremony.CeremonyException;
import dev.latchkey.event.Refusal;
import dev.latchkey.storage.StorageUnavailableException;
import dev.latchkey.webauthn.MalformedAnswerException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client learns of whatever a handler threw: of a fault of ours a number, under which the log has it. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Contract.class);

    private Failures() {}

    static ApiException of(Exception failure) {
        if (failure instanceof ApiException error) {
            return error;
        }
        if (failure instanceof CeremonyException refused) {
            return Refusals.of(refused);
        }
        if (failure instanceof MalformedAnswerException malformed) {
            return ApiException.ofMember("/authn_response" + malformed.pointer(), malformed.getMessage() + ".");
        }
        String incident = UUID.randomUUID().toString();
        if (failure instanceof StorageUnavailableException) {
            LOG.error("event=storage_unavailable incident={}", incident, failure);
            return ApiException.withHeader(
                            ErrorKind.TEMPORARILY_UNAVAILABLE,
                            "The service is briefly unavailable. Try again. Incident " + incident + ".",
                            "Retry-After",
                            "5")
                    .because(Refusal.UNAVAILABLE, "incident " + incident);
        }
        LOG.error("event=failed incident={}", incident, failure);
        return ApiException.of(ErrorKind.SERVER_ERROR, "Something went wrong. Incident " + incident + ".")
                .because(Refusal.FAULT, "incident " + incident);
    }
}
