package dev.latchkey.http;

import dev.latchkey.ceremony.Ceremonies;
import dev.latchkey.config.EndpointSettings;
import dev.latchkey.config.Grant;
import dev.latchkey.config.KeySettings;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.dpop.ProofAlgorithm;
import dev.latchkey.token.Scopes;
import dev.latchkey.token.SigningKeys;
import dev.latchkey.token.Tokens;
import dev.latchkey.wellknown.Discovery;
import dev.latchkey.wellknown.Jwks;
import dev.latchkey.wellknown.OpenApi;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the handlers of the endpoints that are live by configuration, and none for the others. */
final class Handlers {
    private final Map<Endpoint, Handler> handlers = new EnumMap<>(Endpoint.class);
    private final LatchkeyConfig config;
    private final EndpointSettings live;
    private final Ceremonies ceremonies;
    private final Tokens tokens;
    private final Proofs proofs;
    private final TokenAccess access;
    private final BodyReader bodies;
    private final Clients clients;
    private final Askers askers;

    private Handlers(LatchkeyConfig config, Ceremonies ceremonies, Tokens tokens, Proofs proofs, RateLimits limits) {
        this.config = config;
        this.live = config.endpoints();
        this.ceremonies = ceremonies;
        this.tokens = tokens;
        this.proofs = proofs;
        this.access = new TokenAccess(config, ceremonies.management(), tokens, proofs);
        this.bodies = new BodyReader(live.maxBodyBytes());
        this.clients = new Clients(config, limits);
        this.askers = new Askers(config);
    }

    static Map<Endpoint, Handler> of(
            LatchkeyConfig config,
            Ceremonies ceremonies,
            Tokens tokens,
            Proofs proofs,
            SigningKeys keys,
            RateLimits limits,
            Clock clock) {
        Handlers made = new Handlers(config, ceremonies, tokens, proofs, limits);
        made.challenges();
        made.tokens();
        made.discovery(keys);
        made.myAccount(clock);
        made.handlers.putAll(Documents.of(config));
        made.openApi();
        return made.handlers;
    }

    private void challenges() {
        if (live.signup()) {
            handlers.put(Endpoint.REGISTER, new RegisterHandler(bodies, clients, askers, ceremonies.signup()));
        }
        if (live.login()) {
            handlers.put(Endpoint.CHALLENGE, new ChallengeHandler(bodies, clients, askers, ceremonies.login()));
        }
    }

    private void tokens() {
        if (!live.signup() && !live.login()) {
            return;
        }
        PasskeyGrant passkeyGrant = new PasskeyGrant(askers, ceremonies, tokens, config);
        RefreshGrant refreshGrant = new RefreshGrant(askers, ceremonies.refresh(), tokens);
        handlers.put(Endpoint.TOKEN, new TokenHandler(bodies, clients, proofs, passkeyGrant, refreshGrant, tokens));
        handlers.put(Endpoint.USERINFO, new UserinfoHandler(access));
        if (config.grants().contains(Grant.REFRESH_TOKEN)) {
            handlers.put(Endpoint.REVOKE, new RevokeHandler(bodies, clients, askers, ceremonies.revocation(), tokens));
        }
    }

    private void discovery(SigningKeys keys) {
        if (live.discovery()) {
            List<String> scopes = new ArrayList<>(Scopes.SIGN_IN);
            scopes.addAll(live.myAccount() ? Scopes.MY_ACCOUNT : List.of());
            Discovery.Offer offer = new Discovery.Offer(
                    handlers.containsKey(Endpoint.TOKEN),
                    handlers.containsKey(Endpoint.REVOKE),
                    config.grants(),
                    scopes,
                    config.bindsTokens() ? ProofAlgorithm.wireNames() : List.of());
            handlers.put(Endpoint.JWKS, call -> Replies.document(Jwks.of(keys.all()), KeySettings.JWKS_MAX_AGE));
            handlers.put(
                    Endpoint.DISCOVERY,
                    call -> Replies.document(
                            Discovery.of(call.domain(), call.address().basePath(), offer)));
        }
    }

    private void myAccount(Clock clock) {
        if (live.myAccount()) {
            MyAccountAccess account = new MyAccountAccess(config, ceremonies.management(), access, clock);
            handlers.put(Endpoint.FACTORS, new FactorsHandler(account));
            handlers.put(
                    Endpoint.METHODS,
                    new MethodsHandler(
                            bodies,
                            account,
                            askers,
                            ceremonies,
                            config.ceremony().conditionalCreate()));
            handlers.put(Endpoint.VERIFY, new VerifyHandler(bodies, account, askers, ceremonies));
            handlers.put(Endpoint.METHOD, new MethodHandler(bodies, account, askers, ceremonies.management()));
        }
    }

    private void openApi() {
        if (live.openApi()) {
            Set<String> paths = Stream.concat(handlers.keySet().stream(), Stream.of(Endpoint.OPENAPI))
                    .map(Endpoint::template)
                    .collect(Collectors.toSet());
            OpenApi document = OpenApi.of(paths);
            handlers.put(
                    Endpoint.OPENAPI,
                    call -> Replies.document(document.at(call.address().of(""))));
        }
    }
}
