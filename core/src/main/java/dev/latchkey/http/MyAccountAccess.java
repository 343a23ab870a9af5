package dev.latchkey.http;

import dev.latchkey.account.Account;
import dev.latchkey.account.Caller;
import dev.latchkey.ceremony.PasskeyManagement;
import dev.latchkey.config.Client;
import dev.latchkey.config.LatchkeyConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who may use the My Account API: who has an access token for it, or the application's own session where that is switched
 * on. Credentials of another kind, such as those of a container's HTTP Basic, are none of the kit's business. Thread-safe.
 */
final class MyAccountAccess {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");

    private final LatchkeyConfig config;
    private final PasskeyManagement management;
    private final TokenAccess tokens;
    private final Clock clock;

    MyAccountAccess(LatchkeyConfig config, PasskeyManagement management, TokenAccess tokens, Clock clock) {
        this.config = config;
        this.management = management;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Somebody who may.
     *
     * @param account whose passkeys they are
     * @param client empty where the application's own session asks
     */
    record Access(Account account, Optional<Client> client) {}

    /** Access for a call that a token needs the scope for. */
    Access require(Call call, String scope) {
        return access(call, scope, Optional.empty());
    }

    /** Access that is refused too if the person signed in too long ago. */
    Access requireRecent(Call call, String scope) {
        return access(call, scope, Optional.of(config.session().maxAuthenticationAge()));
    }

    private Access access(Call call, String scope, Optional<Duration> maxAge) {
        if (call.exchange().header("Authorization").filter(AccessScheme::isOf).isPresent()) {
            return byToken(call, scope, maxAge);
        }
        Challenges challenges = tokens.challenges();
        Caller caller = Optional.of(call.exchange())
                .filter(exchange -> config.session().myAccount())
                .flatMap(exchange -> exchange.visitor().caller())
                .orElseThrow(challenges::missing);
        requireOwnOrigin(call);
        requireAge(caller.authenticatedAt(), maxAge, AccessScheme.BEARER);
        Account account = management
                .account(caller, config.defaultRealm().name())
                .orElseThrow(() -> challenges.invalid(AccessScheme.BEARER));
        call.attempt().of(account.ref());
        return new Access(account, Optional.empty());
    }

    private Access byToken(Call call, String scope, Optional<Duration> maxAge) {
        TokenAccess.Presented presented = tokens.present(call, call.domain().myAccountAudience(), scope);
        requireAge(presented.token().authenticatedAt(), maxAge, presented.scheme());
        return new Access(tokens.account(presented), Optional.of(presented.client()));
    }

    /** What changes something by the session alone has to come from a page of ours: browsers send {@code Origin} with it. */
    private void requireOwnOrigin(Call call) {
        boolean own = call.origin().isEmpty()
                ? SAFE_METHODS.contains(call.exchange().method())
                : config.clients().values().stream()
                        .anyMatch(client -> client.sessionLogin()
                                && client.allowedOrigins()
                                        .contains(call.origin().get()));
        if (!own) {
            throw ApiException.of(ErrorKind.ACCESS_DENIED, "The application's session counts only from its own pages.");
        }
    }

    private void requireAge(Instant authenticatedAt, Optional<Duration> maxAge, AccessScheme scheme) {
        Instant now = clock.instant();
        if (maxAge.isPresent() && authenticatedAt.plus(maxAge.get()).isBefore(now)) {
            throw tokens.challenges().tooOld(scheme, maxAge.get().toSeconds());
        }
    }
}
