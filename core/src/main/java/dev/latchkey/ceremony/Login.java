package dev.latchkey.ceremony;

import dev.latchkey.account.Account;
import dev.latchkey.config.CeremonySettings;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.passkey.PasskeyUse;
import dev.latchkey.session.AuthSession;
import dev.latchkey.session.Binding;
import dev.latchkey.storage.OwnedPasskey;
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
import java.util.function.Supplier;

/** A sign-in with whichever passkey the person chooses: the credential that signed says who it is, and nothing else does. Thread-safe. */
public final class Login {
    private static final String NAME = "login";

    private final CeremonySettings settings;
    private final Ceremony ceremony;
    private final SignIns signIns;

    Login(CeremonySettings settings, Ceremony ceremony, SignIns signIns) {
        this.settings = settings;
        this.ceremony = ceremony;
        this.signIns = signIns;
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
        return ceremony.complete(NAME, asker, () -> {
            Binding binding = session.binding();
            Bindings.requireSame(binding, asker);
            Expectation expected = ceremony.bindings().expectation(binding, asker);
            AssertionAnswer signed = answer.get();
            Completed completed =
                    ceremony.inTransaction(work -> signIn(binding, signed, asker, expected, wanted, work));
            SignIn signIn = completed.signIn();
            ceremony.report(new PasskeyEvent.SignedIn(signIn.account().ref(), signIn.passkeyId(), asker.clientId()));
            return completed;
        });
    }

    private Completed signIn(
            Binding binding,
            AssertionAnswer answer,
            Asker asker,
            Expectation expected,
            Wanted wanted,
            UnitOfWork work) {
        Optional<OwnedPasskey> found = work.passkeys()
                .findByCredentialId(answer.credentialId())
                .filter(owned -> owned.passkey().realm().equals(binding.realm()));
        if (found.isEmpty()) {
            Decoy.verify(answer, expected);
            throw new WebAuthnException("no such credential in realm " + binding.realm());
        }
        Passkey passkey = found.get().passkey();
        Account account = found.get().account();
        VerifiedAssertion verified = AssertionVerifier.verify(answer, passkey, expected);
        if (account.blocked()) {
            throw new CeremonyException(
                    Refusal.ACCOUNT, "account " + account.ref().id() + " is blocked");
        }
        Instant now = ceremony.bindings().now();
        ceremony.spend(binding, asker, work);
        recordUse(passkey, verified, account, now, work);
        return signIns.complete(asker, binding, account, passkey, wanted, now, work);
    }

    private void recordUse(Passkey passkey, VerifiedAssertion verified, Account account, Instant now, UnitOfWork work) {
        PasskeyUse use = new PasskeyUse(passkey.id(), verified.signCount(), verified.backup(), now);
        if (work.passkeys().recordUse(use)) {
            return;
        }
        ceremony.report(new PasskeyEvent.CounterFell(account.ref(), passkey.id()));
        if (settings.refuseCounterFall()) {
            throw new WebAuthnException("the signature counter did not rise");
        }
    }
}
