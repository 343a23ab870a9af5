package dev.latchkey.http;

import dev.latchkey.ceremony.Ceremonies;
import dev.latchkey.ceremony.CeremonyException;
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
    private final Domains domains;
    private final Cors cors;
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
        domains = new Domains(config.domains());
        cors = new Cors(config);
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
        Optional<String> origin = exchange.header("Origin");
        Optional<Endpoint> endpoint = RoutingTable.find(exchange.path());
        ErrorStyle errors = endpoint.map(Endpoint::errors).orElse(ErrorStyle.PROBLEM);
        Reply reply;
        try {
            reply = route(exchange, endpoint, origin);
        } catch (RuntimeException | IOException e) {
            reply = errors.reply(translate(e));
        }
        Reply answered = endpoint.isPresent() ? proofs.withNonce(reply, endpoint.get(), exchange) : reply;
        return cors.apply(answered, origin);
    }

    private Reply route(Exchange exchange, Optional<Endpoint> found, Optional<String> origin) throws IOException {
        Endpoint endpoint = found.orElseThrow(ApiException::nothing);
        Handler handler = Optional.ofNullable(handlers.get(endpoint)).orElseThrow(ApiException::nothing);
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
