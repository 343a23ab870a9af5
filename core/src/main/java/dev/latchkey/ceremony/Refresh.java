package dev.latchkey.ceremony;

import dev.latchkey.account.Account;
import dev.latchkey.config.Client;
import dev.latchkey.config.Domain;
import dev.latchkey.event.Activity;
import dev.latchkey.event.PasskeyEvent;
import dev.latchkey.event.Refusal;
import dev.latchkey.storage.StoredRefreshToken;
import dev.latchkey.storage.UnitOfWork;
import dev.latchkey.token.Authorization;
import dev.latchkey.token.RefreshTokenIssuer;
import dev.latchkey.token.Scopes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A refresh token for fresh tokens: spent and replaced in one transaction; one that is used twice ends its family. Thread-safe. */
public final class Refresh {
    private final Ceremony ceremony;
    private final RefreshTokenIssuer issuer;
    private final Memberships memberships;

    Refresh(Ceremony ceremony, RefreshTokenIssuer issuer, Memberships memberships) {
        this.ceremony = ceremony;
        this.issuer = issuer;
        this.memberships = memberships;
    }

    /**
     * Fresh authority by a refresh token.
     *
     * @param authorization for the tokens
     * @param refreshToken the next one of the family
     */
    public record Refreshed(Authorization authorization, String refreshToken) {}

    /** How the transaction ended; what it revoked has to be committed before the token is refused. */
    private sealed interface Outcome {
        record Rotated(Refreshed refreshed) implements Outcome {}

        record Reused(StoredRefreshToken token) implements Outcome {}

        record Revoked(StoredRefreshToken token) implements Outcome {}
    }

    /**
     * Spends the token and makes the next.
     *
     * @param audience empty for the audience first asked for
     * @param scopes empty for every scope granted before
     * @throws CeremonyException if the token is bad, its account no member of its organization any more, or the scope not to be had
     */
    public Refreshed exchange(
            Asker asker, String refreshToken, Optional<String> audience, Optional<List<String>> scopes) {
        return ceremony.complete(() -> {
            String hash = RefreshTokenIssuer.hash(refreshToken);
            Outcome outcome = ceremony.inTransaction(work -> rotate(asker, hash, audience, scopes, work));
            if (outcome instanceof Outcome.Reused reused) {
                StoredRefreshToken token = reused.token();
                ceremony.report(new PasskeyEvent.RefreshTokenReused(
                        ceremony.occasion(asker, Activity.REFRESH), token.owner(), token.sessionId()));
                throw refused("was spent before; its family is revoked").of(token.owner());
            }
            if (outcome instanceof Outcome.Revoked revoked) {
                throw refused("is revoked").of(revoked.token().owner());
            }
            return ((Outcome.Rotated) outcome).refreshed();
        });
    }

    private Outcome rotate(
            Asker asker, String hash, Optional<String> audience, Optional<List<String>> scopes, UnitOfWork work) {
        Instant now = ceremony.bindings().now();
        Client client = asker.client().orElseThrow();
        StoredRefreshToken token = work.refreshTokens()
                .find(hash)
                .filter(found -> found.clientId().equals(client.id()))
                .filter(found -> found.issuer().equals(asker.domain().issuer()))
                .orElseThrow(() -> refused("is unknown, or of another client or domain"));
        if (token.keyThumbprint().isPresent() && !token.keyThumbprint().equals(asker.keyThumbprint())) {
            throw refused("is bound to another key than the one that is proven").of(token.owner());
        }
        asker.proof().ifPresent(proof -> UsedProofs.record(proof, work));
        if (token.revokedAt().isPresent()) {
            work.refreshTokens().endFamily(token.familyId(), now);
            return new Outcome.Revoked(token);
        }
        if (token.spentAt().isPresent()) {
            work.refreshTokens().endFamily(token.familyId(), now);
            return new Outcome.Reused(token);
        }
        if (!now.isBefore(token.expiresAt())) {
            throw refused("has expired").of(token.owner());
        }
        Account account = work.accounts()
                .find(token.owner())
                .filter(found -> !found.blocked())
                .orElseThrow(() ->
                        refused("is of an account that is gone or blocked").of(token.owner()));
        try {
            memberships.require(account, token.organization(), work);
        } catch (CeremonyException e) {
            throw e.of(token.owner());
        }
        Authorization authorization = authorization(asker, account, token, audience, scopes);
        if (!work.refreshTokens().spend(hash, now)) {
            work.refreshTokens().endFamily(token.familyId(), now);
            return new Outcome.Reused(token);
        }
        return new Outcome.Rotated(
                new Refreshed(authorization, issuer.rotate(token, authorization, work.refreshTokens())));
    }

    private static Authorization authorization(
            Asker asker,
            Account account,
            StoredRefreshToken token,
            Optional<String> audience,
            Optional<List<String>> scopes) {
        Domain domain = asker.domain();
        Client client = asker.client().orElseThrow();
        String granted = audience.orElse(token.audience());
        List<String> asked = scopes.orElse(token.scopes());
        boolean sameAudience = granted.equals(token.audience());
        List<String> grantable = Scopes.grant(asked, client, domain, granted).stream()
                .filter(scope -> token.scopes().contains(scope) || !(sameAudience || Scopes.SIGN_IN.contains(scope)))
                .toList();
        if (grantable.isEmpty()) {
            throw new CeremonyException(Refusal.SCOPE, "none of the scopes asked for can be granted");
        }
        return new Authorization(
                domain,
                client,
                account,
                token.sessionId(),
                token.authenticatedAt(),
                token.organization(),
                granted,
                grantable,
                asker.keyThumbprint());
    }

    private static CeremonyException refused(String reason) {
        return new CeremonyException(Refusal.REFRESH_TOKEN, "the refresh token " + reason);
    }
}
