package dev.latchkey.http;

import dev.latchkey.ceremony.Asker;
import dev.latchkey.config.Client;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.config.Realm;
import dev.latchkey.dpop.Proof;
import java.util.Optional;

/** Makes of a request who asks: client, realm, organization and origin, all known and allowed. */
final class Askers {
    private final LatchkeyConfig config;

    Askers(LatchkeyConfig config) {
        this.config = config;
    }

    /** The asker of a body that may name {@code realm} and {@code organization}. */
    Asker of(Call call, Client client, Members body, String realmIfAbsent) {
        return of(call, client, body, realmIfAbsent, Optional.empty());
    }

    /** As the other, with the proof of a token request. */
    Asker of(Call call, Client client, Members body, String realmIfAbsent, Optional<Proof> proof) {
        Realm realm = realm(body.optional("realm").orElse(realmIfAbsent), "realm");
        Optional<String> organization = body.optional("organization");
        if (organization.isPresent() && !realm.organizations().contains(organization.get())) {
            throw ApiException.ofMember("/organization", "organization is not known in this realm.");
        }
        return new Asker(
                call.domain(),
                Optional.of(client),
                realm,
                organization,
                call.origin(),
                call.userAgent(),
                call.attempt().remoteAddress(),
                proof);
    }

    /** The asker for an account of that realm; without client where the application's own session asks. */
    Asker of(Call call, Optional<Client> client, String realm) {
        return of(call, client, realm, Optional.empty());
    }

    /** As the other, with the proof of a token request. */
    Asker of(Call call, Optional<Client> client, String realm, Optional<Proof> proof) {
        return new Asker(
                call.domain(),
                client,
                realm(realm, "connection"),
                Optional.empty(),
                call.origin(),
                call.userAgent(),
                call.attempt().remoteAddress(),
                proof);
    }

    String defaultRealm() {
        return config.defaultRealm().name();
    }

    private Realm realm(String name, String member) {
        return config.realm(name).orElseThrow(() -> ApiException.ofMember("/" + member, member + " is not known."));
    }
}
