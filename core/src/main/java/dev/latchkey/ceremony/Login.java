package dev.latchkey.ceremony;

import dev.latchkey.account.Account;
import dev.latchkey.config.CeremonySettings;
import dev.latchkey.event.Activity;
import dev.latchkey.event.Occasion;
import dev.latchkey.event.PasskeyDetails;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.event.Refusal;
import dev.latchkey.keys.Crypto;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.passkey.PasskeyUse;
import dev.latchkey.session.AuthSession;
import dev.latchkey.session.Binding;
import dev.latchkey.storage.OwnedPasskey;
import dev.latchkey.storage.StorageConflictException;
import dev.latchkey.storage.UnitOfWork;
import dev.latchkey.webauthn.AssertionAnswer;
import dev.latchkey.webauthn.AssertionVerifier;
import dev.latchkey.webauthn.Decoy;
import dev.latchkey.webauthn.Expectation;
import dev.latchkey.webauthn.RequestOptions;
import dev.latchkey.webauthn.VerifiedAssertion;
import dev.latchkey.webauthn.WebAuthnException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** A sign-in with whichever passkey the person chooses: the credential that signed says who it is, and nothing else does. Thread-safe. */
public final class Login {
    private final CeremonySettings settings;
    private final Ceremony ceremony;
    private final SignIns signIns;
    private final Crypto crypto;

    Login(CeremonySettings settings, Ceremony ceremony, SignIns signIns, Crypto crypto) {
        this.settings = settings;
        this.ceremony = ceremony;
        this.signIns = signIns;
        this.crypto = crypto;
    }

    /** Costs no statement and leaves nothing behind. */
    public Challenge begin(Asker asker) {
        Binding binding = ceremony.bindings().bind(asker);
        RequestOptions options = new RequestOptions(
                binding.challenge(),
                settings.timeout(),
                binding.rpId(),
                asker.realm().userVerification().wireName());
        return new Challenge(ceremony.bindings().seal(new AuthSession.Login(binding)), options.toJson());
    }

    /**
     * Reads the passkey with its account, verifies, spends the session and records the use, in one transaction.
     *
     * @param answer reads the browser's answer
     * @throws CeremonyException if anything refuses; then nothing was written
     */
    public Completed complete(AuthSession.Login session, Supplier<AssertionAnswer> answer, Asker asker, Wanted wanted) {
        return ceremony.complete(() -> {
            Binding binding = session.binding();
            Bindings.requireSame(binding, asker);
            Expectation expected = ceremony.bindings().expectation(binding, asker);
            AssertionAnswer signed = answer.get();
            Outcome outcome = inTransaction(asker, work -> signIn(binding, signed, asker, expected, wanted, work));
            Occasion occasion = ceremony.occasion(asker, Activity.LOGIN);
            outcome.fall().ifPresent(fall -> ceremony.report(fall.at(occasion)));
            ceremony.report(outcome.signedIn(occasion));
            return outcome.completed();
        });
    }

    /** How the transaction ended; it is told of after it. */
    private record Outcome(Completed completed, VerifiedAssertion verified, UUID aaguid, Optional<CounterFall> fall) {

        PasskeyEvent signedIn(Occasion occasion) {
            SignIn signIn = completed.signIn();
            return new PasskeyEvent.SignedIn(
                    occasion,
                    signIn.account().ref(),
                    new PasskeyDetails(signIn.passkeyId(), aaguid, verified.backup(), verified.userVerified()),
                    signIn.sessionId());
        }
    }

    private Outcome inTransaction(Asker asker, Function<UnitOfWork, Outcome> work) {
        try {
            return ceremony.inTransaction(work);
        } catch (CounterFall.RefusedException e) {
            CounterFall fall = e.fall();
            ceremony.report(fall.at(ceremony.occasion(asker, Activity.LOGIN)));
            throw new CeremonyException(Refusal.COUNTER, String.valueOf(e.getMessage()), e)
                    .of(fall.account(), fall.passkeyId());
        }
    }

    private Outcome signIn(
            Binding binding,
            AssertionAnswer answer,
            Asker asker,
            Expectation expected,
            Wanted wanted,
            UnitOfWork work) {
        Optional<OwnedPasskey> registered = work.passkeys().findByCredentialId(answer.credentialId());
        Optional<OwnedPasskey> found =
                registered.filter(owned -> owned.passkey().realm().equals(binding.realm()));
        if (found.isEmpty()) {
            boolean wellFormed = Decoy.verify(answer, expected, crypto);
            String reason = "no such credential in realm " + binding.realm();
            if (settings.signalUnknownCredential() && registered.isEmpty() && wellFormed && unspent(binding, work)) {
                throw new CeremonyException(Refusal.UNKNOWN_CREDENTIAL, reason);
            }
            throw new WebAuthnException(reason);
        }
        OwnedPasskey owned = found.get();
        try {
            return signIn(binding, answer, owned, asker, expected, wanted, work);
        } catch (WebAuthnException | StorageConflictException | CeremonyException e) {
            throw Ceremony.translated(e)
                    .of(owned.account().ref(), owned.passkey().id());
        }
    }

    private Outcome signIn(
            Binding binding,
            AssertionAnswer answer,
            OwnedPasskey owned,
            Asker asker,
            Expectation expected,
            Wanted wanted,
            UnitOfWork work) {
        Passkey passkey = owned.passkey();
        Account account = owned.account();
        VerifiedAssertion verified = AssertionVerifier.verify(answer, passkey, expected, crypto);
        if (account.blocked()) {
            throw new CeremonyException(Refusal.ACCOUNT, "the account is blocked");
        }
        Instant now = ceremony.bindings().now();
        ceremony.spend(binding, asker, work);
        Optional<CounterFall> fall = recordUse(passkey, verified, account, now, work);
        return new Outcome(
                signIns.complete(asker, binding, account, passkey, wanted, now, work),
                verified,
                passkey.aaguid(),
                fall);
    }

    /** Only for a transaction that ends in a refusal: what it records is rolled back with it. */
    private boolean unspent(Binding binding, UnitOfWork work) {
        try {
            work.spentSessions().record(binding.id(), Bindings.forgetAt(binding));
            return true;
        } catch (StorageConflictException spent) {
            return false;
        }
    }

    private Optional<CounterFall> recordUse(
            Passkey passkey, VerifiedAssertion verified, Account account, Instant now, UnitOfWork work) {
        PasskeyUse use = new PasskeyUse(passkey.id(), verified.signCount(), verified.backup(), now);
        if (work.passkeys().recordUse(use)) {
            return Optional.empty();
        }
        Passkey unchanged = work.passkeys()
                .lock(account.ref(), passkey.id())
                .orElseThrow(() -> new WebAuthnException("the passkey has been removed meanwhile"));
        CounterFall fall = new CounterFall(account.ref(), passkey.id(), unchanged.signCount(), verified.signCount());
        if (settings.refuseCounterFall()) {
            throw new CounterFall.RefusedException(fall);
        }
        return Optional.of(fall);
    }
}
