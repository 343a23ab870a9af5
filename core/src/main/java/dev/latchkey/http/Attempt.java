package dev.latchkey.http;

import dev.latchkey.account.AccountRef;
import dev.latchkey.ceremony.CeremonyException;
import dev.latchkey.config.Client;
import dev.latchkey.config.Domain;
import dev.latchkey.event.Activity;
import dev.latchkey.event.Occasion;
import dev.latchkey.event.PasskeyEvent;
import java.time.Instant;
import java.util.Optional;

/** What is known of a request so far, for the event that it may end in. Used by one thread. */
final class Attempt {
    private final Exchange exchange;
    private final Optional<String> remoteAddress;
    private Optional<Activity> activity;
    private Optional<Domain> domain = Optional.empty();
    private Optional<String> clientId = Optional.empty();
    private Optional<AccountRef> account = Optional.empty();
    private Optional<String> passkeyId = Optional.empty();

    /** @param activity empty for a document that everybody may read: nothing that happens there is an event */
    Attempt(Exchange exchange, Optional<Activity> activity, Optional<String> remoteAddress) {
        this.exchange = exchange;
        this.activity = activity;
        this.remoteAddress = remoteAddress;
    }

    Optional<String> remoteAddress() {
        return remoteAddress;
    }

    Optional<String> clientId() {
        return clientId;
    }

    void at(Domain asked) {
        domain = Optional.of(asked);
    }

    void is(Activity found) {
        activity = Optional.of(found);
    }

    /** A client that the request names; whether it authenticates, is not yet known. */
    void by(Client client) {
        clientId = Optional.of(client.id());
    }

    void of(AccountRef owner) {
        account = Optional.of(owner);
    }

    void with(String passkey) {
        passkeyId = Optional.of(passkey).filter(id -> !id.isEmpty());
    }

    /** The event of how it ended, if it is one. */
    Optional<PasskeyEvent> refused(ApiException error, Exception failure, Instant time) {
        Optional<CeremonyException> refused =
                Optional.of(failure).filter(CeremonyException.class::isInstance).map(CeremonyException.class::cast);
        return activity.filter(known -> error.told() && error.kind() != ErrorKind.USE_DPOP_NONCE)
                .map(known -> new PasskeyEvent.Refused(
                        occasion(known, time),
                        error.refusal(),
                        String.valueOf(error.getMessage()),
                        refused.flatMap(CeremonyException::account).or(() -> account),
                        refused.flatMap(CeremonyException::passkeyId).or(() -> passkeyId)));
    }

    /** The event of a login that has ended. */
    PasskeyEvent signedOut(AccountRef owner, Instant time) {
        return new PasskeyEvent.SignedOut(occasion(Activity.LOGOUT, time), owner);
    }

    private Occasion occasion(Activity known, Instant time) {
        return new Occasion(
                time,
                known,
                domain.map(Domain::host),
                domain.map(Domain::rpId),
                clientId,
                exchange.header("Origin"),
                remoteAddress,
                exchange.header("User-Agent"));
    }
}
