package dev.latchkey.http;

import dev.latchkey.ceremony.Ceremonies;
import dev.latchkey.ceremony.CeremonyException;
import dev.latchkey.config.BasePath;
import dev.latchkey.config.Domain;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.dpop.ProofReader;
import dev.latchkey.storage.StorageUnavailableException;
import dev.latchkey.token.SigningKeys;
import dev.latchkey.token.Tokens;
import dev.latchkey.webauthn.MalformedAnswerException;
import java.io.IOException;
import java.time.Clock;
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

    private static final String WELL_KNOWN = "/.well-known/";

    private final Map<Endpoint, Handler> handlers;
    private final Endpoint[] left;
    private final Forwarding forwarding;
    private final Domains domains;
    private final Cors cors;
    private final int maxBodyBytes;
    private final Proofs proofs;

    public Contract(
            LatchkeyConfig config,
            Ceremonies ceremonies,
            Tokens tokens,
            ProofReader proofReader,
            SigningKeys keys,
            Clock clock) {
        proofs = new Proofs(proofReader);
        handlers = Handlers.of(config, ceremonies, tokens, proofs, keys, clock);
        left = Documents.ALL.stream()
                .filter(document -> !handlers.containsKey(document))
                .toArray(Endpoint[]::new);
        forwarding = new Forwarding(config.proxies());
        domains = new Domains(config.domains());
        cors = new Cors(config);
        maxBodyBytes = config.endpoints().maxBodyBytes();
    }

    /** Whether the path that starts at the offset is one of the contract's, live or not. Allocates nothing. */
    public static boolean serves(String uri, int offset) {
        return RoutingTable.serves(uri, offset);
    }

    /**
     * Whether the request is to be handled here. Endpoints that are switched off are handled as not found; a well-known document for which
     * nothing is configured is left to the application, which may have its own. Allocates nothing.
     */
    public boolean takes(String uri, int offset) {
        if (!serves(uri, offset)) {
            return false;
        }
        for (Endpoint document : left) {
            if (RoutingTable.isAt(document, uri, offset)) {
                return false;
            }
        }
        return true;
    }

    /** The paths of the live well-known documents, which clients look for at the root of the host (RFC 8615 §3). */
    public List<String> wellKnown() {
        return handlers.keySet().stream()
                .map(Endpoint::path)
                .filter(path -> path.startsWith(WELL_KNOWN))
                .toList();
    }

    /** The live endpoints, for people: methods and path. */
    public List<String> live() {
        return handlers.keySet().stream()
                .map(endpoint -> String.join("|", endpoint.methods()) + " " + endpoint.path())
                .toList();
    }

    /** The reply to a request, whatever it is. */
    public Reply handle(Exchange exchange) {
        Arrival arrival = Arrival.of(exchange);
        Reply reply = answer(arrival);
        return finished(
                arrival.endpoint()
                        .map(endpoint -> proofs.withNonce(reply, endpoint, exchange))
                        .orElse(reply),
                arrival);
    }

    private Reply answer(Arrival arrival) {
        try {
            Optional<Reply> early = early(arrival);
            return early.isPresent() ? early.get() : serve(arrival);
        } catch (RuntimeException | IOException e) {
            return arrival.errors().reply(translate(e));
        }
    }

    /** The reply to a preflight, or to a request from an origin that is not allowed, for a door in front of another; else empty. */
    public Optional<Reply> admit(Exchange exchange) {
        Arrival arrival = Arrival.of(exchange);
        Optional<Reply> early;
        try {
            early = early(arrival);
        } catch (ApiException refused) {
            early = Optional.of(arrival.errors().reply(refused));
        }
        return early.map(reply -> finished(reply, arrival));
    }

    private Reply finished(Reply reply, Arrival arrival) {
        boolean reusable = arrival.exchange().body().drain(maxBodyBytes);
        Reply allowed = cors.apply(reply, arrival.origin());
        return reusable || !arrival.exchange().http1() ? allowed : allowed.with("Connection", "close");
    }

    /** A request as it arrives: nothing of it is known to be right. */
    private record Arrival(Exchange exchange, Optional<Endpoint> endpoint, Optional<String> origin) {

        static Arrival of(Exchange exchange) {
            return new Arrival(exchange, RoutingTable.find(exchange.path()), exchange.header("Origin"));
        }

        ErrorStyle errors() {
            return endpoint.map(Endpoint::errors).orElse(ErrorStyle.PROBLEM);
        }
    }

    private Optional<Reply> early(Arrival arrival) {
        Endpoint endpoint = arrival.endpoint().filter(handlers::containsKey).orElseThrow(ApiException::nothing);
        if (arrival.origin().isPresent() && !cors.allows(arrival.origin().get())) {
            throw ApiException.of(ErrorKind.ACCESS_DENIED, "The origin is not allowed.");
        }
        return Cors.isPreflight(arrival.exchange()) ? Optional.of(cors.preflight(endpoint)) : Optional.empty();
    }

    private Reply serve(Arrival arrival) throws IOException {
        Exchange exchange = arrival.exchange();
        Endpoint endpoint = arrival.endpoint().orElseThrow(ApiException::nothing);
        if (!endpoint.methods().contains(exchange.method())) {
            throw ApiException.withHeader(
                    ErrorKind.METHOD_NOT_ALLOWED,
                    "The method is not allowed here.",
                    "Allow",
                    String.join(", ", endpoint.methods()));
        }
        Handler handler = Optional.ofNullable(handlers.get(endpoint)).orElseThrow(ApiException::nothing);
        return handler.handle(call(exchange, arrival.origin()));
    }

    private Call call(Exchange exchange, Optional<String> origin) {
        PublicAddress address = forwarding.of(exchange);
        Domain domain = domains.of(address.host());
        return new Call(
                exchange,
                domain,
                domain.basePath()
                        .flatMap(BasePath::of)
                        .map(address::withBasePath)
                        .orElse(address),
                origin);
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
