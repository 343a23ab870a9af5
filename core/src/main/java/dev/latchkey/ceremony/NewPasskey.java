package dev.latchkey.ceremony;

import dev.latchkey.account.AccountRef;
import dev.latchkey.event.PasskeyDetails;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.passkey.ProviderNames;
import dev.latchkey.passkey.UserAgents;
import dev.latchkey.webauthn.VerifiedRegistration;
import java.time.Instant;
import java.util.Optional;

/** Turns a verified registration into a passkey of somebody. */
final class NewPasskey {
    private static final int MAX_USER_AGENT_CHARS = 512;

    private NewPasskey() {}

    static Passkey of(
            VerifiedRegistration verified, String id, AccountRef owner, Bytes userHandle, Asker asker, Instant now) {
        return new Passkey(
                id,
                owner.realm(),
                owner.id(),
                asker.domain().rpId(),
                verified.credentialId(),
                userHandle,
                verified.publicKey(),
                verified.signCount(),
                verified.backup(),
                verified.transports(),
                verified.aaguid(),
                ProviderNames.of(verified.aaguid()).or(() -> asker.userAgent().map(UserAgents::describe)),
                asker.userAgent().map(NewPasskey::bounded),
                now,
                Optional.empty());
    }

    /** What there is to tell of it. */
    static PasskeyDetails details(VerifiedRegistration verified, String id) {
        return new PasskeyDetails(id, verified.aaguid(), verified.backup(), verified.userVerified());
    }

    private static String bounded(String userAgent) {
        return userAgent.substring(0, Math.min(userAgent.length(), MAX_USER_AGENT_CHARS));
    }
}
