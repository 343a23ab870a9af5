package dev.latchkey.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.config.Client;
import dev.latchkey.config.Grant;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.event.Refusal;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Optional;

/** Who asks: client authentication by {@code client_secret_basic}, {@code client_secret_post} or {@code client_id} alone (RFC 6749 §2.3). */
final class Clients {
    private static final String BASIC = "Basic ";

    private final LatchkeyConfig config;
    private final RateLimits limits;

    Clients(LatchkeyConfig config, RateLimits limits) {
        this.config = config;
        this.limits = limits;
    }

    /** The client of a request, authenticated where it has a secret, and held to its own origins. */
    Client authenticate(Call call, Members body) {
        Optional<Credentials> basic = call.exchange()
                .header("Authorization")
                .filter(header -> header.regionMatches(true, 0, BASIC, 0, BASIC.length()))
                .map(header ->
                        Credentials.ofBasic(header.substring(BASIC.length()).trim()));
        basic.ifPresent(credentials -> requireOneMethod(credentials, body));
        Credentials credentials = basic.isPresent() ? basic.get() : ofBody(body);
        Client client = config.client(credentials.id())
                .orElseThrow(() -> refused(basic.isPresent(), "the request names no configured client"));
        call.attempt().by(client);
        if (!accepts(client, credentials.secret())) {
            throw refused(basic.isPresent(), "the client's secret is wrong, missing, or not wanted");
        }
        call.requireOriginOf(client);
        limits.ofClient(client);
        return client;
    }

    static void require(Client client, Grant grant) {
        if (!client.grants().contains(grant)) {
            throw ApiException.of(ErrorKind.UNAUTHORIZED_CLIENT, "The client may not use this grant.");
        }
    }

    /** RFC 6749 §2.3: not more than one method in a request; a body may repeat the {@code client_id}, and nothing else. */
    private static void requireOneMethod(Credentials basic, Members body) {
        if (body.optional("client_secret").isPresent()) {
            throw ApiException.ofMember(
                    "/client_secret", "client_secret is here and in Authorization: use one of them.");
        }
        if (!body.optional("client_id").orElse(basic.id()).equals(basic.id())) {
            throw ApiException.ofMember("/client_id", "client_id is another one in Authorization.");
        }
    }

    private static Credentials ofBody(Members body) {
        return new Credentials(body.required("client_id"), body.optional("client_secret"));
    }

    private static boolean accepts(Client client, Optional<String> secret) {
        if (!client.confidential()) {
            return secret.isEmpty();
        }
        return secret.isPresent() && client.secrets().stream().anyMatch(known -> known.matches(secret.get()));
    }

    private static ApiException refused(boolean basic, String reason) {
        String detail = "The client is unknown or its secret is wrong.";
        ApiException error = basic
                ? ApiException.withHeader(
                        ErrorKind.INVALID_CLIENT, detail, "WWW-Authenticate", "Basic realm=\"latchkey\"")
                : ApiException.of(ErrorKind.INVALID_CLIENT, detail);
        return error.because(Refusal.CLIENT, reason);
    }

    private record Credentials(String id, Optional<String> secret) {

        /** RFC 6749 §2.3.1: both parts are form-encoded before they are joined. */
        static Credentials ofBasic(String encoded) {
            try {
                String pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
                int colon = pair.indexOf(':');
                if (colon < 0) {
                    throw refused(true, "the Authorization header is malformed");
                }
                String id = URLDecoder.decode(pair.substring(0, colon), UTF_8);
                String secret = URLDecoder.decode(pair.substring(colon + 1), UTF_8);
                return new Credentials(id, Optional.of(secret).filter(text -> !text.isEmpty()));
            } catch (IllegalArgumentException e) {
                throw refused(true, "the Authorization header is malformed");
            }
        }
    }
}
