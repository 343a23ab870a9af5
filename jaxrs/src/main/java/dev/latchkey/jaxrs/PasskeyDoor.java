package dev.latchkey.jaxrs;

import dev.latchkey.Latchkey;
import dev.latchkey.http.Reply;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides by the path which requests are the kit's, and answers those, whatever their method. Before matching, so that no resource of the
 * application, however greedy its path, and no rule of the container about methods comes first. Thread-safe.
 */
@PreMatching
final class PasskeyDoor implements ContainerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(PasskeyDoor.class);

    private final Optional<Latchkey> given;
    private final AtomicBoolean hinted = new AtomicBoolean();

    PasskeyDoor(Optional<Latchkey> given) {
        this.given = given;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        JaxrsExchange exchange = new JaxrsExchange(request);
        latchkey(request).filter(kit -> kit.serves(exchange.path(), 0)).ifPresent(kit -> {
            hint(kit, exchange);
            request.abortWith(response(kit.handle(exchange)));
        });
    }

    /** Behind the servlet filter, which hands on requests for the endpoints alone, that filter's; else the given one. */
    private Optional<Latchkey> latchkey(ContainerRequestContext request) {
        return request.getProperty(Latchkey.class.getName()) instanceof Latchkey inFront ? Optional.of(inFront) : given;
    }

    private void hint(Latchkey kit, JaxrsExchange exchange) {
        if (given.isPresent() && hinted.compareAndSet(false, true)) {
            kit.proxyHint(exchange.basePath()).ifPresent(line -> LOG.info(line));
            if (kit.config().session().login() && exchange.visitor() == UnknownVisitor.INSTANCE) {
                LOG.warn(
                        "{}. Until then, no sign-in of a client with session-login succeeds",
                        UnknownVisitor.NO_SESSION);
            }
            if (kit.config().rateLimits().countsAddresses()
                    && exchange.visitor().address().isEmpty()) {
                LOG.warn(UnknownVisitor.NO_ADDRESS);
            }
        }
    }

    private static Response response(Reply reply) {
        Response.ResponseBuilder response = Response.status(reply.status());
        reply.headers().forEach(response::header);
        if (reply.body().size() > 0) {
            response.entity(reply);
        }
        return response.build();
    }
}
