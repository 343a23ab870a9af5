package dev.latchkey.http;

import dev.latchkey.ceremony.Ceremonies;
import dev.latchkey.ceremony.CeremonyException;
import dev.latchkey.config.EndpointSettings;
import dev.latchkey.config.Grant;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.storage.StorageUnavailableException;
import dev.latchkey.token.Scopes;
import dev.latchkey.token.SigningKeys;
import dev.latchkey.token.Tokens;
import dev.latchkey.webauthn.MalformedAnswerException;
import dev.latchkey.wellknown.Discovery;
import dev.latchkey.wellknown.Jwks;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole HTTP contract: which endpoints are live, and the way of a request through origin, method and handler to a reply. Nothing that a
 * client sends makes it throw. Thread-safe.
 */
public final class Contract {
    private static final Logger LOG = LoggerFactory.getLogger(Contract.class);

    private final Map<Endpoint, Handler> handlers = new EnumMap<>(Endpoint.class);
    private final Domains domains;
    private final Cors cors;

    public Contract(LatchkeyConfig config, Ceremonies ceremonies, Tokens tokens, SigningKeys keys, Clock clock) {
        domains = new Domains(config.domains());
        cors = new Cors(config);
        EndpointSettings live = config.endpoints();
        BodyReader bodies = new BodyReader(live.maxBodyBytes());
        Clients clients = new Clients(config);
        Askers askers = new Askers(config);
        if (live.signup()) {
            handlers.put(Endpoint.REGISTER, new RegisterHandler(bodies, clients, askers, ceremonies.signup()));
        }
        if (live.login()) {
            handlers.put(Endpoint.CHALLENGE, new ChallengeHandler(bodies, clients, askers, ceremonies.login()));
        }
        boolean issuing = live.signup() || live.login();
        if (issuing) {
            PasskeyGrant passkeyGrant = new PasskeyGrant(
                    askers, ceremonies, tokens, config.session().login());
            RefreshGrant refreshGrant = new RefreshGrant(askers, ceremonies.refresh(), tokens);
            handlers.put(Endpoint.TOKEN, new TokenHandler(bodies, clients, passkeyGrant, refreshGrant));
            handlers.put(Endpoint.USERINFO, new UserinfoHandler(config, ceremonies.management(), tokens));
        }
        List<Grant> grants = config.grants();
        boolean revocation = issuing && grants.contains(Grant.REFRESH_TOKEN);
        if (revocation) {
            handlers.put(Endpoint.REVOKE, new RevokeHandler(bodies, clients, askers, ceremonies.revocation(), tokens));
        }
        if (live.discovery()) {
            List<String> scopes = new ArrayList<>(Scopes.SIGN_IN);
            scopes.addAll(live.myAccount() ? Scopes.MY_ACCOUNT : List.of());
            Discovery.Offer offer = new Discovery.Offer(issuing, revocation, grants, scopes);
            handlers.put(Endpoint.JWKS, call -> Replies.document(Jwks.of(keys.all())));
            handlers.put(Endpoint.DISCOVERY, call -> Replies.document(Discovery.of(call.domain(), offer)));
        }
        if (live.myAccount()) {
            MyAccountAccess access = new MyAccountAccess(config, ceremonies.management(), tokens, clock);
            handlers.put(Endpoint.FACTORS, new FactorsHandler(access));
            handlers.put(Endpoint.METHODS, new MethodsHandler(bodies, access, askers, ceremonies));
            handlers.put(Endpoint.VERIFY, new VerifyHandler(bodies, access, askers, ceremonies));
            handlers.put(Endpoint.METHOD, new MethodHandler(bodies, access, ceremonies.management()));
        }
    }

    /** Whether the path that starts at the offset is one of the contract's, live or not. Allocates nothing. */
    public static boolean serves(String uri, int offset) {
        return RoutingTable.serves(uri, offset);
    }

    /** The live endpoints, for people: methods and path. */
    public List<String> live() {
        return handlers.keySet().stream()
                .map(endpoint -> String.join("|", endpoint.methods()) + " " + endpoint.path())
                .toList();
    }

    /** The reply to a request, whatever it is. */
    public Reply handle(Exchange exchange) {
        Optional<String> origin = exchange.header("Origin");
        Optional<Endpoint> endpoint = RoutingTable.find(exchange.path());
        ErrorStyle errors = endpoint.map(Endpoint::errors).orElse(ErrorStyle.PROBLEM);
        Reply reply;
        try {
            reply = route(exchange, endpoint, origin);
        } catch (RuntimeException | IOException e) {
            reply = errors.reply(translate(e));
        }
        return cors.apply(reply, origin);
    }

    private Reply route(Exchange exchange, Optional<Endpoint> found, Optional<String> origin) throws IOException {
        Endpoint endpoint = found.orElseThrow(Contract::nothing);
        Handler handler = Optional.ofNullable(handlers.get(endpoint)).orElseThrow(Contract::nothing);
        if (origin.isPresent() && !cors.allows(origin.get())) {
            throw ApiException.of(ErrorKind.ACCESS_DENIED, "The origin is not allowed.");
        }
        if (Cors.isPreflight(exchange)) {
            return cors.preflight(endpoint);
        }
        if (!endpoint.methods().contains(exchange.method())) {
            throw ApiException.withHeader(
                    ErrorKind.METHOD_NOT_ALLOWED,
                    "The method is not allowed here.",
                    "Allow",
                    String.join(", ", endpoint.methods()));
        }
        return handler.handle(new Call(exchange, domains.of(exchange), origin));
    }

    private static ApiException nothing() {
        return ApiException.of(ErrorKind.NOT_FOUND, "There is nothing at this address.");
    }

    private static ApiException translate(Exception failure) {
        if (failure instanceof ApiException error) {
            return error;
        }
        if (failure instanceof CeremonyException refused) {
            return Refusals.of(refused);
        }
        if (failure instanceof MalformedAnswerException malformed) {
            return ApiException.ofMember("/authn_response" + malformed.pointer(), malformed.getMessage() + ".");
        }
        String incident = UUID.randomUUID().toString();
        if (failure instanceof StorageUnavailableException) {
            LOG.error("event=storage_unavailable incident={}", incident, failure);
            return ApiException.withHeader(
                    ErrorKind.TEMPORARILY_UNAVAILABLE,
                    "The service is briefly unavailable. Try again. Incident " + incident + ".",
                    "Retry-After",
                    "5");
        }
        LOG.error("event=failed incident={}", incident, failure);
        return ApiException.of(ErrorKind.SERVER_ERROR, "Something went wrong. Incident " + incident + ".");
    }
}
