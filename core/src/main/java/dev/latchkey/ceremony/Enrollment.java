package dev.latchkey.ceremony;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.Identifier;
import dev.latchkey.config.CeremonySettings;
import dev.latchkey.config.Realm.UserVerification;
import dev.latchkey.event.Activity;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.event.Refusal;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.session.AuthSession;
import dev.latchkey.session.Binding;
import dev.latchkey.session.Mediation;
import dev.latchkey.storage.Conflict;
import dev.latchkey.storage.StorageConflictException;
import dev.latchkey.storage.UnitOfWork;
import dev.latchkey.webauthn.CreationOptions;
import dev.latchkey.webauthn.Descriptor;
import dev.latchkey.webauthn.Expectation;
import dev.latchkey.webauthn.RegistrationAnswer;
import dev.latchkey.webauthn.RegistrationVerifier;
import dev.latchkey.webauthn.VerifiedRegistration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** One more passkey for the caller's own account. Thread-safe. */
public final class Enrollment {
    private static final int USER_HANDLE_BYTES = 64;

    private final CeremonySettings settings;
    private final Ceremony ceremony;

    Enrollment(CeremonySettings settings, Ceremony ceremony) {
        this.settings = settings;
        this.ceremony = ceremony;
    }

    /**
     * Gives the account its user handle, if it has none yet: it must be one and the same however many enrollments are begun.
     *
     * @param exclude whether the options name the passkeys that the account has
     * @param mediation how the passkey will be made; the answer is held to it
     * @throws CeremonyException if the account has as many passkeys as it may have
     */
    public Challenge begin(Asker asker, Account owner, boolean exclude, Mediation mediation) {
        return Ceremony.run(() -> {
            Bytes userHandle = userHandle(owner.ref());
            List<Passkey> passkeys =
                    ceremony.inTransaction(work -> work.passkeys().findAll(owner.ref()));
            requireRoom(passkeys.size());
            Binding binding = ceremony.bindings().bind(asker);
            List<Descriptor> excluded = passkeys.stream()
                    .filter(passkey -> exclude && passkey.rpId().equals(binding.rpId()))
                    .map(passkey -> new Descriptor(passkey.credentialId(), passkey.transports()))
                    .toList();
            return new Challenge(
                    ceremony.bindings().seal(new AuthSession.Enrollment(binding, userHandle, owner.ref(), mediation)),
                    options(asker, binding, userHandle, owner, excluded, mediation)
                            .toJson());
        });
    }

    /**
     * Verifies the answer, then stores the passkey and spends the session, in one transaction.
     *
     * @param answer reads the browser's answer
     * @throws CeremonyException if anything refuses; then nothing was written
     */
    public Passkey complete(
            AuthSession.Enrollment session, Supplier<RegistrationAnswer> answer, Asker asker, Account caller) {
        return ceremony.register(() -> {
            Binding binding = session.binding();
            Bindings.requireSame(binding, asker);
            if (!session.owner().equals(caller.ref())) {
                throw new CeremonyException(Refusal.AUTH_SESSION, "auth session of another account");
            }
            VerifiedRegistration verified = RegistrationVerifier.verify(
                    answer.get(), session.userHandle(), expectation(session, asker), ceremony.attestation(asker));
            Passkey stored = ceremony.inTransaction(work -> store(session, verified, asker, work));
            ceremony.report(new PasskeyEvent.Enrolled(
                    ceremony.occasion(asker, Activity.ENROLLMENT),
                    session.owner(),
                    NewPasskey.details(verified, stored.id())));
            return stored;
        });
    }

    private Passkey store(AuthSession.Enrollment session, VerifiedRegistration verified, Asker asker, UnitOfWork work) {
        Instant now = ceremony.bindings().now();
        ceremony.spend(session.binding(), asker, work);
        Bytes userHandle = work.passkeys()
                .lockUserHandle(session.owner())
                .filter(session.userHandle()::equals)
                .orElseThrow(() -> new CeremonyException(Refusal.AUTH_SESSION, "the user handle has changed"));
        requireRoom(work.passkeys().count(session.owner()));
        Passkey passkey = NewPasskey.of(verified, ceremony.newPasskeyId(), session.owner(), userHandle, asker, now);
        work.passkeys().add(passkey);
        return passkey;
    }

    private Bytes userHandle(AccountRef owner) {
        Bytes fresh = ceremony.bindings().randomBytes(USER_HANDLE_BYTES);
        try {
            return ceremony.inTransaction(
                    work -> work.passkeys().findUserHandle(owner).orElseGet(() -> {
                        work.passkeys().addUserHandle(owner, fresh);
                        return fresh;
                    }));
        } catch (StorageConflictException e) {
            if (e.conflict() != Conflict.USER_HANDLE) {
                throw e;
            }
            return ceremony.inTransaction(
                    work -> work.passkeys().findUserHandle(owner).orElseThrow());
        }
    }

    private void requireRoom(long passkeys) {
        if (passkeys >= settings.maxPasskeys()) {
            throw new CeremonyException(Refusal.TOO_MANY_PASSKEYS, "the account has " + passkeys + " passkeys");
        }
    }

    private Expectation expectation(AuthSession.Enrollment session, Asker asker) {
        Expectation expected = ceremony.bindings().expectation(session.binding(), asker);
        return session.mediation() == Mediation.CONDITIONAL ? expected.ofConditionalCreate() : expected;
    }

    /** A conditional create prefers user verification: browsers refuse to make a passkey where they can only do so unverified, if it is required. */
    private static UserVerification userVerification(Asker asker, Mediation mediation) {
        return mediation == Mediation.CONDITIONAL
                ? UserVerification.PREFERRED
                : asker.realm().userVerification();
    }

    private CreationOptions options(
            Asker asker,
            Binding binding,
            Bytes userHandle,
            Account owner,
            List<Descriptor> excluded,
            Mediation mediation) {
        String userName = owner.profile().identifiers().stream()
                .findFirst()
                .map(Identifier::value)
                .orElse(owner.principalName());
        return new CreationOptions(
                binding.challenge(),
                settings.timeout(),
                binding.rpId(),
                asker.domain().rpName(),
                userHandle,
                userName,
                owner.profile().displayName().orElse(userName),
                settings.algorithms(),
                userVerification(asker, mediation).wireName(),
                asker.realm().attestation().required(),
                excluded);
    }
}
