package dev.latchkey.ceremony;

import dev.latchkey.account.Account;
import dev.latchkey.config.Client;
import dev.latchkey.passkey.Passkey;
import dev.latchkey.session.Binding;
import dev.latchkey.storage.UnitOfWork;
import dev.latchkey.token.Authorization;
import dev.latchkey.token.RefreshTokenIssuer;
import java.time.Instant;
import java.util.UUID;

/** The end that signup and login share: the account is known, and gets what the client wants. Thread-safe. */
final class SignIns {
    private final RefreshTokenIssuer refreshTokens;
    private final Memberships memberships;

    SignIns(RefreshTokenIssuer refreshTokens, Memberships memberships) {
        this.refreshTokens = refreshTokens;
        this.memberships = memberships;
    }

    Completed complete(
            Asker asker,
            Binding binding,
            Account account,
            Passkey passkey,
            Wanted wanted,
            Instant now,
            UnitOfWork work) {
        memberships.require(account, binding.organization(), work);
        String sessionId = UUID.randomUUID().toString();
        Client client = asker.client().orElseThrow();
        Authorization authorization = new Authorization(
                asker.domain(),
                client,
                account,
                sessionId,
                now,
                binding.organization(),
                wanted.audience(),
                wanted.scopes(),
                asker.keyThumbprint());
        return new Completed(
                new SignIn(account, passkey.id(), passkey.rpId(), now, sessionId),
                authorization,
                refreshTokens.start(authorization, work.refreshTokens()));
    }
}
