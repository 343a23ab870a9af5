package dev.latchkey.ceremony;

import dev.latchkey.attestation.AttestationTrust;
import dev.latchkey.config.CeremonySettings;
import dev.latchkey.event.Activity;
import dev.latchkey.event.Occasion;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.event.PasskeyEvents;
import dev.latchkey.event.Refusal;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.session.Binding;
import dev.latchkey.session.SealedSessions;
import dev.latchkey.storage.SignupRefusedException;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageConflictException;
import dev.latchkey.storage.UnitOfWork;
import dev.latchkey.webauthn.AttestationPolicy;
import dev.latchkey.webauthn.WebAuthnException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/** What all ceremonies share: one transaction, one report of what happened, and one translation of what refused it. Thread-safe. */
final class Ceremony {
    private static final int PASSKEY_ID_BYTES = 16;

    private final Storage storage;
    private final AttestationTrust trust;
    private final Clock clock;
    private final PasskeyEvents events;
    private final Bindings bindings;
    private final Housekeeping housekeeping;

    Ceremony(
            CeremonySettings settings,
            SealedSessions sessions,
            Storage storage,
            AttestationTrust trust,
            PasskeyEvents events,
            Clock clock,
            SecureRandom random) {
        this.storage = storage;
        this.trust = trust;
        this.clock = clock;
        this.events = events;
        this.bindings = new Bindings(settings, sessions, clock, random);
        this.housekeeping = new Housekeeping(storage, clock);
    }

    Bindings bindings() {
        return bindings;
    }

    /** What a registration's attestation is held to in the asker's realm. */
    AttestationPolicy attestation(Asker asker) {
        return new AttestationPolicy(asker.realm().attestation(), trust, clock);
    }

    String newPasskeyId() {
        return Passkey.newId(bindings.randomBytes(PASSKEY_ID_BYTES));
    }

    <T> T inTransaction(Function<UnitOfWork, T> work) {
        return storage.inTransaction(work);
    }

    /** Spends the session, and the proof that came with its answer, if one did. */
    void spend(Binding binding, Asker asker, UnitOfWork work) {
        asker.proof().ifPresent(proof -> UsedProofs.record(proof, work));
        work.spentSessions().record(binding.id(), Bindings.forgetAt(binding));
    }

    Housekeeping housekeeping() {
        return housekeeping;
    }

    /** To be called after the transaction, as it may be rolled back, or run again. */
    void report(PasskeyEvent event) {
        events.happened(event);
    }

    /** What the asker does, now. */
    Occasion occasion(Asker asker, Activity activity) {
        return asker.occasion(activity, bindings.now());
    }

    /** Runs the end of a ceremony, and tidies up in its wake. */
    <T> T complete(Supplier<T> ceremony) {
        T completed = run(ceremony);
        housekeeping.tidy();
        return completed;
    }

    /**
     * As {@link #complete}, for a new passkey: what refuses it says whether the passkey is certainly registered nowhere. It is not if the
     * session is of no use, for it may have served for this very passkey before; a session that is spent is found out before all that
     * the accounts and passkeys refuse.
     */
    <T> T register(Supplier<T> ceremony) {
        try {
            return complete(ceremony);
        } catch (CeremonyException e) {
            throw leavesNothing(e) ? e.ofUnregistered() : e;
        }
    }

    private static boolean leavesNothing(CeremonyException refused) {
        return switch (refused.refusal()) {
            case WEBAUTHN -> !(refused.getCause() instanceof StorageConflictException);
            case IDENTIFIER_TAKEN, ACCOUNT, ORGANIZATION, TOO_MANY_PASSKEYS -> true;
            default -> false;
        };
    }

    /** Runs a ceremony; whatever refuses it comes out as one kind of exception. */
    static <T> T run(Supplier<T> ceremony) {
        try {
            return ceremony.get();
        } catch (WebAuthnException | SignupRefusedException | StorageConflictException e) {
            throw translated(e);
        }
    }

    /** What refuses a ceremony, as the one kind of exception; what is a fault of ours goes on as it is. */
    static CeremonyException translated(RuntimeException refused) {
        if (refused instanceof CeremonyException already) {
            return already;
        }
        String reason = String.valueOf(refused.getMessage());
        if (refused instanceof WebAuthnException) {
            return new CeremonyException(Refusal.WEBAUTHN, reason, refused);
        }
        if (refused instanceof SignupRefusedException) {
            return new CeremonyException(Refusal.ACCOUNT, reason, refused);
        }
        if (refused instanceof StorageConflictException lost) {
            Refusal refusal =
                    switch (lost.conflict()) {
                        case SPENT_SESSION -> Refusal.AUTH_SESSION;
                        case IDENTIFIER -> Refusal.IDENTIFIER_TAKEN;
                        case CREDENTIAL -> Refusal.WEBAUTHN;
                        case USER_HANDLE, REFRESH_TOKEN, KEY -> throw refused;
                    };
            return new CeremonyException(refusal, reason, refused);
        }
        throw refused;
    }
}
