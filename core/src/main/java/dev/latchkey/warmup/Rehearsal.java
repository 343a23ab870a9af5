package dev.latchkey.warmup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.ceremony.Ceremonies;
import dev.latchkey.config.Grant;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.dpop.ProofReader;
import dev.latchkey.http.Contract;
import dev.latchkey.http.Reply;
import dev.latchkey.json.Json;
import dev.latchkey.keys.Crypto;
import dev.latchkey.keys.Sealer;
import dev.latchkey.session.SealedSessions;
import dev.latchkey.token.SigningKeys;
import dev.latchkey.token.Tokens;
import dev.latchkey.webauthn.TrustSources;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * A sign-up and sign-ins over the whole HTTP contract, with a configuration, sealing keys, a storage, a rate limiter and a person of their
 * own, all in memory. Of the deployment it uses what signs tokens and who verifies signatures; the tokens are dropped. Used by one thread.
 */
public final class Rehearsal {
    private static final String HOST = "localhost";
    private static final String CLIENT = "warm-up";
    private static final int SIGN_INS = 5;

    private final SigningKeys keys;
    private final Tokens tokens;
    private final Crypto crypto;
    private final Clock clock;
    private Optional<Stage> stage = Optional.empty();

    /** Costs nothing before it is played. */
    public Rehearsal(SigningKeys keys, Tokens tokens, Crypto crypto, Clock clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.crypto = crypto;
        this.clock = clock;
    }

    private record Stage(Contract contract, RehearsalKey person) {}

    /**
     * Begins anew, once the keys are there that sign tokens.
     *
     * @throws IllegalStateException if it is refused
     * @throws dev.latchkey.storage.StorageUnavailableException if the keys cannot be read
     */
    void signUp() {
        tokens.requireKeys();
        Stage fresh = new Stage(contract(), new RehearsalKey(HOST));
        stage = Optional.of(fresh);
        ObjectNode wish = client();
        wish.putObject("user_profile").put("email", "warm-up@" + HOST);
        exchange(fresh.contract(), "/passkey/register", wish, fresh.person()::create);
    }

    /** @throws IllegalStateException if it is refused, or nobody has signed up */
    void signIn() {
        Stage set = stage.orElseThrow(() -> new IllegalStateException("nobody has signed up"));
        for (int i = 0; i < SIGN_INS; i++) {
            exchange(set.contract(), "/passkey/challenge", client(), set.person()::get);
        }
    }

    /** What the authenticator makes of a challenge. */
    @FunctionalInterface
    private interface Answering {
        ObjectNode answer(String challenge);
    }

    private static void exchange(Contract contract, String path, ObjectNode wish, Answering authenticator) {
        ObjectNode asked = post(contract, path, wish);
        ObjectNode request = client().put("grant_type", Grant.PASSKEY.wireName())
                .put("scope", "openid profile")
                .put("auth_session", asked.path("auth_session").asText());
        request.set(
                "authn_response",
                authenticator.answer(
                        asked.at("/authn_params_public_key/challenge").asText()));
        post(contract, "/oauth/token", request);
    }

    private static ObjectNode post(Contract contract, String path, ObjectNode body) {
        Reply reply = contract.handle(RehearsalRequest.of(HOST, path, Json.write(body)));
        if (reply.status() != 200) {
            throw new IllegalStateException(path + ": " + reply.status());
        }
        return Json.parseObject(reply.body().toArray()).orElseThrow();
    }

    private static ObjectNode client() {
        return Json.object().put("client_id", CLIENT);
    }

    private Contract contract() {
        LatchkeyConfig config = LatchkeyConfig.builder()
                .domain(HOST)
                .client(CLIENT, client -> client.allowedOrigins(RehearsalRequest.origin(HOST)))
                .endpoints(endpoints -> endpoints.myAccount(false).discovery(false))
                .build();
        SecureRandom random = new SecureRandom();
        Sealer sealer = Sealer.of(config.keys(), random);
        Ceremonies ceremonies = new Ceremonies(
                config,
                new SealedSessions(sealer, clock),
                crypto,
                new RehearsalStorage(),
                TrustSources.of(config, List.of(), clock),
                event -> {},
                clock,
                random);
        return new Contract(
                config,
                ceremonies,
                tokens,
                new ProofReader(config.dpop(), sealer, clock),
                keys,
                event -> {},
                Optional.empty(),
                clock);
    }
}
