package dev.latchkey.ceremony;

import dev.latchkey.config.Client;
import dev.latchkey.config.Domain;
import dev.latchkey.config.Realm;
import dev.latchkey.dpop.Proof;
import dev.latchkey.event.Activity;
import dev.latchkey.event.Occasion;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks for a ceremony, or answers one: already known, authenticated and allowed.
 *
 * @param domain that the request is for
 * @param client empty where the application's own session asks
 * @param realm the user directory
 * @param organization asked for, if any
 * @param origin the web origin of the request; empty for a native app or a server
 * @param userAgent of the browser or app
 * @param remoteAddress where it connects from, as text without a port; empty where that is not known
 * @param proof that it has the key which its tokens are to be bound to (RFC 9449 §5)
 */
public record Asker(
        Domain domain,
        Optional<Client> client,
        Realm realm,
        Optional<String> organization,
        Optional<String> origin,
        Optional<String> userAgent,
        Optional<String> remoteAddress,
        Optional<Proof> proof) {

    /** The thumbprint of the key that tokens are to be bound to; empty for bearer tokens. */
    Optional<String> keyThumbprint() {
        return proof.map(Proof::thumbprint);
    }

    /** The client's id; empty text where the application's own session asks. */
    public String clientId() {
        return client.map(Client::id).orElse("");
    }

    /** What it does, at that time. */
    Occasion occasion(Activity activity, Instant time) {
        return new Occasion(
                time,
                activity,
                Optional.of(domain.host()),
                Optional.of(domain.rpId()),
                client.map(Client::id),
                origin,
                remoteAddress,
                userAgent);
    }

    /**
     * The origins that may make the WebAuthn answer. A challenge that a web page asked for is answered on that page's origin alone. One that
     * an app or a server asked for is answered on any origin of the client, and by its iOS app, whose origin is the relying party's own. No web
     * origin counts that may not use the passkeys of the domain.
     */
    Set<String> answerOrigins(Optional<String> askedFrom) {
        if (askedFrom.isPresent()) {
            return domain.mayUsePasskeys(askedFrom.get()) ? Set.of(askedFrom.get()) : Set.of();
        }
        Set<String> origins = new LinkedHashSet<>();
        client.ifPresent(known -> {
            origins.addAll(known.webauthnOrigins(domain));
            known.ios().ifPresent(app -> origins.add("https://" + domain.rpId()));
        });
        return origins;
    }
}
