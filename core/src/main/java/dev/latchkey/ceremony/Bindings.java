package dev.latchkey.ceremony;

import dev.latchkey.config.CeremonySettings;
import dev.latchkey.config.Realm.UserVerification;
import dev.latchkey.event.Refusal;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.session.AuthSession;
import dev.latchkey.session.AuthSessionException;
import dev.latchkey.session.Binding;
import dev.latchkey.session.SealedSessions;
import dev.latchkey.storage.SpentSessions;
import dev.latchkey.webauthn.Expectation;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/** Makes what a pending ceremony is bound to, and holds the answer to it. Thread-safe. */
final class Bindings {
    private static final int CHALLENGE_BYTES = 32;
    private static final int ID_BYTES = 16;

    private final CeremonySettings settings;
    private final SealedSessions sessions;
    private final Clock clock;
    private final SecureRandom random;

    Bindings(CeremonySettings settings, SealedSessions sessions, Clock clock, SecureRandom random) {
        this.settings = settings;
        this.sessions = sessions;
        this.clock = clock;
        this.random = random;
    }

    Binding bind(Asker asker) {
        Instant now = clock.instant();
        return new Binding(
                randomBytes(ID_BYTES).toBase64Url(),
                randomBytes(CHALLENGE_BYTES),
                asker.domain().issuer(),
                asker.domain().rpId(),
                asker.clientId(),
                asker.realm().name(),
                asker.organization(),
                asker.origin(),
                now,
                now.plus(settings.timeout()));
    }

    Bytes randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    String seal(AuthSession session) {
        return sessions.seal(session);
    }

    AuthSession open(String authSession) {
        try {
            return sessions.open(authSession);
        } catch (AuthSessionException e) {
            throw new CeremonyException(Refusal.AUTH_SESSION, "auth session " + e.getMessage(), e);
        }
    }

    /** Refuses an answer that comes from elsewhere than the question did. */
    static void requireSame(Binding binding, Asker asker) {
        requireSame("domain", binding.issuer(), asker.domain().issuer());
        requireSame("client", binding.clientId(), asker.clientId());
        requireSame("realm", binding.realm(), asker.realm().name());
        requireSame("organization", binding.organization(), asker.organization().or(binding::organization));
        requireSame("origin", binding.origin().or(asker::origin), asker.origin().or(binding::origin));
    }

    Expectation expectation(Binding binding, Asker asker) {
        return new Expectation(
                binding.challenge(),
                binding.rpId(),
                asker.answerOrigins(binding.origin()),
                asker.realm().userVerification() == UserVerification.REQUIRED,
                settings);
    }

    private static void requireSame(String what, Object asked, Object answers) {
        if (!asked.equals(answers)) {
            throw new CeremonyException(Refusal.AUTH_SESSION, "auth session of another " + what);
        }
    }

    /** The moment until which a session's id must be remembered once it has succeeded, whatever node it is that forgets. */
    static Instant forgetAt(Binding binding) {
        return binding.expiresAt().plus(SpentSessions.CLOCK_SKEW);
    }

    Instant now() {
        return clock.instant();
    }
}
