package dev.latchkey.http;

import dev.latchkey.account.AccountRef;
import dev.latchkey.ceremony.Ceremonies;
import dev.latchkey.config.BasePath;
import dev.latchkey.config.Domain;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.dpop.ProofReader;
import dev.latchkey.event.Activity;
import dev.latchkey.event.Answered;
import dev.latchkey.event.PasskeyEvents;
import dev.latchkey.token.SigningKeys;
import dev.latchkey.token.Tokens;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole HTTP contract: which endpoints are live, and the way of a request through origin, method and handler to a reply. Nothing that a
 * client sends makes it throw. Thread-safe.
 */
public final class Contract {
    private static final String WELL_KNOWN = "/.well-known/";

    private final Map<Endpoint, Handler> handlers;
    private final Endpoint[] left;
    private final Forwarding forwarding;
    private final Domains domains;
    private final Cors cors;
    private final int maxBodyBytes;
    private final Proofs proofs;
    private final RateLimits limits;
    private final PasskeyEvents events;
    private final Clock clock;

    public Contract(
            LatchkeyConfig config,
            Ceremonies ceremonies,
            Tokens tokens,
            ProofReader proofReader,
            SigningKeys keys,
            PasskeyEvents events,
            Optional<RateLimiter> limiter,
            Clock clock) {
        this.events = events;
        this.clock = clock;
        proofs = new Proofs(proofReader);
        limits = new RateLimits(config.rateLimits(), limiter.orElseGet(() -> new MemoryRateLimiter(clock)), clock);
        handlers = Handlers.of(config, ceremonies, tokens, proofs, keys, limits, clock);
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

    /** The reply to a request, whatever it is. To {@code HEAD} it is that of {@code GET}: the container leaves the body out. */
    public Reply handle(Exchange exchange) {
        long start = System.nanoTime();
        Arrival arrival = arrival(exchange);
        Reply reply = answer(arrival);
        Reply finished = finished(
                arrival.endpoint()
                        .map(endpoint -> proofs.withNonce(reply, endpoint, exchange))
                        .orElse(reply),
                arrival);
        answered(arrival, finished, start);
        return finished;
    }

    private Reply answer(Arrival arrival) {
        try {
            Optional<Reply> early = early(arrival);
            return early.isPresent() ? early.get() : serve(arrival);
        } catch (RuntimeException | IOException e) {
            return refused(arrival, e);
        }
    }

    private Reply refused(Arrival arrival, Exception failure) {
        ApiException error = Failures.of(failure);
        if (error.told()) {
            domains.known(forwarding.host(arrival.exchange())).ifPresent(arrival.attempt()::at);
        }
        arrival.attempt().refused(error, failure, clock.instant()).ifPresent(events::happened);
        return arrival.errors().reply(error);
    }

    private void answered(Arrival arrival, Reply reply, long start) {
        arrival.endpoint()
                .map(endpoint -> new Answered(
                        endpoint.template(),
                        endpoint.methodName(arrival.exchange().method()),
                        reply.status(),
                        Duration.ofNanos(System.nanoTime() - start),
                        arrival.attempt().clientId()))
                .ifPresent(events::answered);
    }

    /** The reply to a preflight, or to a request from an origin that is not allowed, for a door in front of another; else empty. */
    public Optional<Reply> admit(Exchange exchange) {
        long start = System.nanoTime();
        Arrival arrival = arrival(exchange);
        Optional<Reply> early;
        try {
            early = early(arrival);
        } catch (ApiException refused) {
            early = Optional.of(refused(arrival, refused));
        }
        Optional<Reply> finished = early.map(reply -> finished(reply, arrival));
        finished.ifPresent(reply -> answered(arrival, reply, start));
        return finished;
    }

    /** Tells the listeners that a login in the application's session has ended, by a request to the application. */
    public void signedOut(Exchange exchange, AccountRef account) {
        Attempt attempt = new Attempt(exchange, Optional.of(Activity.LOGOUT), forwarding.client(exchange));
        domains.known(forwarding.host(exchange)).ifPresent(attempt::at);
        events.happened(attempt.signedOut(account, clock.instant()));
    }

    private Reply finished(Reply reply, Arrival arrival) {
        boolean reusable = arrival.exchange().body().drain(maxBodyBytes);
        Reply allowed = cors.apply(reply, arrival.origin());
        return reusable || !arrival.exchange().http1() ? allowed : allowed.with("Connection", "close");
    }

    private Arrival arrival(Exchange exchange) {
        Optional<Endpoint> endpoint = RoutingTable.find(exchange.path());
        Attempt attempt = new Attempt(
                exchange, endpoint.flatMap(found -> found.activity(exchange.method())), forwarding.client(exchange));
        return new Arrival(exchange, endpoint, exchange.header("Origin"), attempt);
    }

    /** A request as it arrives: nothing of it is known to be right. */
    private record Arrival(Exchange exchange, Optional<Endpoint> endpoint, Optional<String> origin, Attempt attempt) {

        ErrorStyle errors() {
            return endpoint.map(Endpoint::errors).orElse(ErrorStyle.PROBLEM);
        }
    }

    private Optional<Reply> early(Arrival arrival) {
        Endpoint endpoint = arrival.endpoint()
                .filter(handlers::containsKey)
                .orElseThrow(() -> counted(arrival, ApiException.nothing()));
        if (arrival.origin().isPresent() && !cors.allows(arrival.origin().get())) {
            throw counted(arrival, ApiException.of(ErrorKind.ACCESS_DENIED, "The origin is not allowed."));
        }
        return Cors.isPreflight(arrival.exchange()) ? Optional.of(cors.preflight(endpoint)) : Optional.empty();
    }

    /** A door in front of another lets only refusals count here: what it lets through is counted behind it. */
    private ApiException counted(Arrival arrival, ApiException refusal) {
        count(arrival);
        return refusal;
    }

    private void count(Arrival arrival) {
        if (arrival.endpoint().filter(Endpoint::limited).isPresent()) {
            limits.ofAddress(arrival.attempt().remoteAddress());
        }
    }

    private Reply serve(Arrival arrival) throws IOException {
        count(arrival);
        Exchange exchange = arrival.exchange();
        Endpoint endpoint = arrival.endpoint().orElseThrow(ApiException::nothing);
        if (!endpoint.allowed().contains(exchange.method())) {
            throw ApiException.withHeader(
                    ErrorKind.METHOD_NOT_ALLOWED,
                    "The method is not allowed here.",
                    "Allow",
                    String.join(", ", endpoint.allowed()));
        }
        Handler handler = Optional.ofNullable(handlers.get(endpoint)).orElseThrow(ApiException::nothing);
        return handler.handle(call(arrival));
    }

    private Call call(Arrival arrival) {
        PublicAddress address = forwarding.of(arrival.exchange());
        Domain domain = domains.of(address.host());
        arrival.attempt().at(domain);
        return new Call(
                arrival.exchange(),
                domain,
                domain.basePath()
                        .flatMap(BasePath::of)
                        .map(address::withBasePath)
                        .orElse(address),
                arrival.origin(),
                arrival.attempt());
    }
}
