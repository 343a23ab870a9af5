package dev.latchkey.ceremony;

import dev.latchkey.account.AccountRef;
import dev.latchkey.event.Refusal;
import java.util.Optional;

/** A ceremony was refused. The message is the reason, for the log; what the client learns follows from the refusal alone. */
public final class CeremonyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient Optional<AccountRef> account;
    private final transient Optional<String> passkeyId;
    private final boolean unregistered;

    public CeremonyException(Refusal refusal, String reason) {
        super(reason);
        this.refusal = refusal;
        this.account = Optional.empty();
        this.passkeyId = Optional.empty();
        this.unregistered = false;
    }

    public CeremonyException(Refusal refusal, String reason, Throwable cause) {
        this(refusal, reason, cause, Optional.empty(), Optional.empty(), false);
    }

    private CeremonyException(
            Refusal refusal,
            String reason,
            Throwable cause,
            Optional<AccountRef> account,
            Optional<String> passkeyId,
            boolean unregistered) {
        super(reason, cause);
        this.refusal = refusal;
        this.account = account;
        this.passkeyId = passkeyId;
        this.unregistered = unregistered;
    }

    /** The same, of that account. */
    CeremonyException of(AccountRef owner) {
        return new CeremonyException(
                refusal, String.valueOf(getMessage()), this, Optional.of(owner), passkeyId, unregistered);
    }

    /** The same, of that passkey of the account. */
    CeremonyException of(AccountRef owner, String passkey) {
        return new CeremonyException(
                refusal, String.valueOf(getMessage()), this, Optional.of(owner), Optional.of(passkey), unregistered);
    }

    /** The same, of a new passkey that is registered nowhere. */
    CeremonyException ofUnregistered() {
        return new CeremonyException(refusal, String.valueOf(getMessage()), this, account, passkeyId, true);
    }

    public Refusal refusal() {
        return refusal;
    }

    /** Whose it was, where that was known by then. */
    public Optional<AccountRef> account() {
        return account;
    }

    /** The passkey that was used, where there is one. */
    public Optional<String> passkeyId() {
        return passkeyId;
    }

    /** Whether it refused a new passkey that is certainly registered nowhere, also not by an earlier request with the same answer. */
    public boolean unregistered() {
        return unregistered;
    }
}
