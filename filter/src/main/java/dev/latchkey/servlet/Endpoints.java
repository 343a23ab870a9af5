package dev.latchkey.servlet;

import dev.latchkey.Latchkey;
import dev.latchkey.http.Reply;
import dev.latchkey.passkey.Bytes;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request to the kit's endpoints, from the container to the core and back, with the session login in between. Thread-safe. */
final class Endpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);

    private final Latchkey latchkey;
    private final SessionLogin login;
    private final SessionCallers callers;

    Endpoints(Latchkey latchkey, SessionLogin login, SessionCallers callers) {
        this.latchkey = latchkey;
        this.login = login;
        this.callers = callers;
    }

    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply reply = latchkey.handle(new ServletExchange(request, callers));
        ReplyWriter.write(withConnection(withSessionLogin(reply, request), request), response);
    }

    /** HTTP/1.1 alone has that header; later versions can drop one request of a connection. */
    private Reply withConnection(Reply reply, HttpServletRequest request) {
        boolean reusable =
                UnreadBody.drain(request, latchkey.config().endpoints().maxBodyBytes());
        return reusable || !request.getProtocol().startsWith("HTTP/1") ? reply : reply.with("Connection", "close");
    }

    private Reply withSessionLogin(Reply reply, HttpServletRequest request) {
        if (reply.sessionLogin().isEmpty()) {
            return reply;
        }
        try {
            login.logIn(request, reply.sessionLogin().get());
            return reply;
        } catch (RuntimeException | ServletException e) {
            return loginFailed(reply, e);
        }
    }

    /** Keeps the headers of the reply, without which a page of another origin could not read the error. */
    private static Reply loginFailed(Reply reply, Exception e) {
        String incident = UUID.randomUUID().toString();
        LOG.error("event=session_login_failed incident={}", incident, e);
        Map<String, String> headers = new LinkedHashMap<>(reply.headers());
        headers.put("Content-Type", "application/json");
        headers.put("Cache-Control", "no-store");
        String body = "{\"error\":\"server_error\",\"error_description\":\"Something went wrong. Incident " + incident
                + ".\"}";
        return new Reply(500, headers, Bytes.of(body.getBytes(StandardCharsets.UTF_8)), Optional.empty());
    }
}
