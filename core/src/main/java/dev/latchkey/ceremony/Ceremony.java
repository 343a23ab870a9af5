package dev.latchkey.ceremony;

import dev.latchkey.config.CeremonySettings;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.session.Binding;
import dev.latchkey.session.SealedSessions;
import dev.latchkey.storage.SignupRefusedException;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageConflictException;
import dev.latchkey.storage.UnitOfWork;
import dev.latchkey.webauthn.WebAuthnException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/** What all ceremonies share: one transaction, one report of how it ended, and one translation of what refused it. Thread-safe. */
final class Ceremony {
    private static final int PASSKEY_ID_BYTES = 16;

    private final Storage storage;
    private final PasskeyEvents events;
    private final Bindings bindings;
    private final Housekeeping housekeeping;

    Ceremony(
            CeremonySettings settings,
            SealedSessions sessions,
            Storage storage,
            PasskeyEvents events,
            Clock clock,
            SecureRandom random) {
        this.storage = storage;
        this.events = events;
        this.bindings = new Bindings(settings, sessions, clock, random);
        this.housekeeping = new Housekeeping(storage, clock);
    }

    Bindings bindings() {
        return bindings;
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

    void report(PasskeyEvent event) {
        events.happened(event);
    }

    /** Runs the end of a ceremony, and tidies up in its wake. */
    <T> T complete(String name, Asker asker, Supplier<T> ceremony) {
        T completed = run(name, asker, ceremony);
        housekeeping.tidy();
        return completed;
    }

    /** Runs a ceremony; whatever refuses it comes out as one kind of exception, after it was reported. */
    <T> T run(String name, Asker asker, Supplier<T> ceremony) {
        try {
            return translated(ceremony);
        } catch (CeremonyException e) {
            report(new PasskeyEvent.Refused(name, asker.clientId(), e.refusal(), String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private static <T> T translated(Supplier<T> ceremony) {
        try {
            return ceremony.get();
        } catch (WebAuthnException e) {
            throw new CeremonyException(Refusal.WEBAUTHN, String.valueOf(e.getMessage()), e);
        } catch (SignupRefusedException e) {
            throw new CeremonyException(Refusal.ACCOUNT, String.valueOf(e.getMessage()), e);
        } catch (StorageConflictException e) {
            Refusal refusal =
                    switch (e.conflict()) {
                        case SPENT_SESSION -> Refusal.AUTH_SESSION;
                        case IDENTIFIER -> Refusal.IDENTIFIER_TAKEN;
                        case CREDENTIAL -> Refusal.WEBAUTHN;
                        case USER_HANDLE, REFRESH_TOKEN, KEY -> throw e;
                    };
            throw new CeremonyException(refusal, String.valueOf(e.getMessage()), e);
        }
    }
}
