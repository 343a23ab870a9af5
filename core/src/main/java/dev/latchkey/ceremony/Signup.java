package dev.latchkey.ceremony;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.Identifier;
import dev.latchkey.account.NewAccount;
import dev.latchkey.account.UserProfile;
import dev.latchkey.config.CeremonySettings;
import dev.latchkey.config.Realm;
import dev.latchkey.config.Realm.TakenIdentifier;
import dev.latchkey.event.Activity;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.event.Refusal;
import dev.latchkey.passkey.Bytes;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.session.AuthSession;
import dev.latchkey.session.Binding;
import dev.latchkey.webauthn.CreationOptions;
import dev.latchkey.webauthn.RegistrationAnswer;
import dev.latchkey.webauthn.RegistrationVerifier;
import dev.latchkey.webauthn.VerifiedRegistration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A new account with its first passkey. Nothing is stored before the answer is verified; then all of it, or nothing. Thread-safe. */
public final class Signup {
    private static final int USER_HANDLE_BYTES = 64;

    private final CeremonySettings settings;
    private final Ceremony ceremony;
    private final SignIns signIns;

    Signup(CeremonySettings settings, Ceremony ceremony, SignIns signIns) {
        this.settings = settings;
        this.ceremony = ceremony;
        this.signIns = signIns;
    }

    /** @throws CeremonyException if the realm takes no signups, or not this one */
    public Challenge begin(Asker asker, UserProfile profile, Map<String, String> userMetadata) {
        return Ceremony.run(() -> {
            requireOpen(asker.realm());
            ProfilePolicy.check(asker.realm(), profile);
            if (asker.realm().takenIdentifier() == TakenIdentifier.AT_CHALLENGE) {
                refuseTaken(asker, profile);
            }
            Binding binding = ceremony.bindings().bind(asker);
            Bytes userHandle = ceremony.bindings().randomBytes(USER_HANDLE_BYTES);
            String session =
                    ceremony.bindings().seal(new AuthSession.Signup(binding, userHandle, profile, userMetadata));
            return new Challenge(
                    session, options(asker, binding, userHandle, profile).toJson());
        });
    }

    /**
     * Verifies the answer, then creates account, user handle and passkey and spends the session, in one transaction.
     *
     * @param answer reads the browser's answer
     * @throws CeremonyException if anything refuses; then nothing was written
     */
    public Completed complete(
            AuthSession.Signup session, Supplier<RegistrationAnswer> answer, Asker asker, Wanted wanted) {
        return ceremony.register(() -> {
            Binding binding = session.binding();
            Bindings.requireSame(binding, asker);
            requireOpen(asker.realm());
            VerifiedRegistration verified = RegistrationVerifier.verify(
                    answer.get(),
                    session.userHandle(),
                    ceremony.bindings().expectation(binding, asker),
                    ceremony.attestation(asker));
            Completed completed = ceremony.inTransaction(work -> {
                Instant now = ceremony.bindings().now();
                ceremony.spend(binding, asker, work);
                Account account = work.accounts()
                        .create(new NewAccount(
                                binding.realm(),
                                session.profile(),
                                session.userMetadata(),
                                binding.organization(),
                                now));
                AccountRef owner = account.ref();
                work.passkeys().addUserHandle(owner, session.userHandle());
                Passkey passkey =
                        NewPasskey.of(verified, ceremony.newPasskeyId(), owner, session.userHandle(), asker, now);
                work.passkeys().add(passkey);
                return signIns.complete(asker, binding, account, passkey, wanted, now, work);
            });
            SignIn signIn = completed.signIn();
            ceremony.report(new PasskeyEvent.SignedUp(
                    ceremony.occasion(asker, Activity.SIGNUP),
                    signIn.account().ref(),
                    NewPasskey.details(verified, signIn.passkeyId()),
                    session.profile().identifiers().stream()
                            .map(Identifier::type)
                            .toList(),
                    signIn.sessionId()));
            return completed;
        });
    }

    private static void requireOpen(Realm realm) {
        if (!realm.signup()) {
            throw new CeremonyException(Refusal.ACCOUNT, "realm " + realm.name() + " takes no signups");
        }
    }

    private void refuseTaken(Asker asker, UserProfile profile) {
        boolean taken =
                ceremony.inTransaction(work -> profile.identifiers().stream().anyMatch(identifier -> work.accounts()
                        .findByIdentifier(asker.realm().name(), identifier)
                        .isPresent()));
        if (taken) {
            throw new CeremonyException(Refusal.IDENTIFIER_TAKEN, "an identifier belongs to an account");
        }
    }

    private CreationOptions options(Asker asker, Binding binding, Bytes userHandle, UserProfile profile) {
        return new CreationOptions(
                binding.challenge(),
                settings.timeout(),
                binding.rpId(),
                asker.domain().rpName(),
                userHandle,
                profile.identifiers().get(0).value(),
                profile.displayName().orElseThrow(),
                settings.algorithms(),
                asker.realm().userVerification().wireName(),
                asker.realm().attestation().required(),
                List.of());
    }
}
