package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A client of the HTTP contract, as an app or a single-page application is one. It judges nothing: every call gives
 * the {@link Answer}, whatever its status, and the caller says what to {@link Answer#expect}. Only the whole flows
 * ({@link #signup}, {@link #login}, {@link #enroll}) expect their challenge to succeed, for they cannot go on without.
 *
 * <p>Immutable: each {@code with…} gives a client with one more setting. Thread-safe, as its transport is. All calls
 * throw {@link UncheckedIOException} when there is no answer at all.
 */
public final class ContractClient {

    /** The grant of the passkey exchange. */
    public static final String WEBAUTHN_GRANT = "urn:okta:params:oauth:grant-type:webauthn";

    private final Transport transport;
    private final ClientSettings settings;

    private ContractClient(Transport transport, ClientSettings settings) {
        this.transport = transport;
        this.settings = settings;
    }

    /** A public client that sends no {@code Origin}. */
    public static ContractClient of(Transport transport, String clientId) {
        return new ContractClient(transport, new ClientSettings(clientId));
    }

    /** The same client, known to the server by another {@code client_id}. */
    public ContractClient withClientId(String clientId) {
        return new ContractClient(transport, settings.withClientId(clientId));
    }

    /** A confidential client that sends its secret in the body ({@code client_secret_post}). */
    public ContractClient withSecret(String secret) {
        return new ContractClient(transport, settings.withParameter("client_secret", secret));
    }

    /** A confidential client that sends its secret in the header ({@code client_secret_basic}, RFC 6749, 2.3.1). */
    public ContractClient withBasicSecret(String secret) {
        Bytes credentials = Bytes.utf8(encode(settings.clientId()) + ":" + encode(secret));
        return withHeader("Authorization", "Basic " + credentials.base64());
    }

    /** The same client, asking for a user directory by name. */
    public ContractClient withRealm(String realm) {
        return new ContractClient(transport, settings.withParameter("realm", realm));
    }

    /** The same client, asking for an organization. */
    public ContractClient withOrganization(String organization) {
        return new ContractClient(transport, settings.withParameter("organization", organization));
    }

    /** The same client, asking for scopes, separated by blanks, when it asks for tokens. */
    public ContractClient withScope(String scope) {
        return new ContractClient(transport, settings.withParameter("scope", scope));
    }

    /** The same client, asking for tokens of an audience. */
    public ContractClient withAudience(String audience) {
        return new ContractClient(transport, settings.withParameter("audience", audience));
    }

    /** A page of a web origin: sends {@code Origin}, and its authenticators answer on that origin. */
    public ContractClient withOrigin(String origin) {
        return withAppOrigin(origin).withHeader("Origin", origin);
    }

    /** An app: sends no {@code Origin}, but its authenticators answer on one, e.g. {@code android:apk-key-hash:…}. */
    public ContractClient withAppOrigin(String origin) {
        return new ContractClient(transport, settings.withOrigin(origin));
    }

    /** The same client, sending an access token with every request (RFC 6750, section 2.1). */
    public ContractClient withBearer(String accessToken) {
        return withHeader("Authorization", "Bearer " + accessToken);
    }

    /**
     * The same client, sending a proof of possession of the key with every request (RFC 9449).
     *
     * @param base of the server, for example {@code https://auth.example.com}; a request's path is put after it
     */
    public ContractClient withDpop(URI base, DpopKey key) {
        return withDpop(base, key, UnaryOperator.identity());
    }

    /** As {@link #withDpop(URI, DpopKey)}, with proofs that are bent. */
    public ContractClient withDpop(URI base, DpopKey key, UnaryOperator<DpopProof> bend) {
        return new ContractClient(transport, settings.withDpop(new DpopSettings(base, key, bend)));
    }

    /** The same client, sending an access token that is bound to its key with every request (RFC 9449, section 7.1). */
    public ContractClient withDpopToken(String accessToken) {
        return withHeader("Authorization", "DPoP " + accessToken);
    }

    /** The same client, sending a header with every request. */
    public ContractClient withHeader(String name, String value) {
        return new ContractClient(transport, settings.withHeader(name, value));
    }

    /** A user profile of an e-mail address and nothing else. */
    public static ObjectNode profile(String email) {
        return Json.object().put("email", email);
    }

    /** Asks for a signup challenge: {@code POST /passkey/register}. */
    public Answer passkeyRegister(ObjectNode userProfile) {
        ObjectNode body = body("client_secret", "realm", "organization");
        return send("POST", "/passkey/register", body.set("user_profile", userProfile));
    }

    /** Asks for a login challenge: {@code POST /passkey/challenge}. */
    public Answer passkeyChallenge() {
        return send("POST", "/passkey/challenge", body("client_secret", "realm", "organization"));
    }

    /** Exchanges an authenticator's answer for tokens, in JSON: {@code POST /oauth/token}. */
    public Answer token(String authSession, JsonNode authnResponse) {
        ObjectNode body = body("client_secret", "realm", "organization", "scope", "audience")
                .put("grant_type", WEBAUTHN_GRANT)
                .put("auth_session", authSession);
        return send("POST", "/oauth/token", body.set("authn_response", authnResponse));
    }

    /** As {@link #token(String, JsonNode)}, for scopes and an audience. */
    public Answer token(String authSession, JsonNode authnResponse, String scope, String audience) {
        return withScope(scope).withAudience(audience).token(authSession, authnResponse);
    }

    /** Exchanges a refresh token, in JSON: {@code POST /oauth/token}. */
    public Answer refresh(String refreshToken) {
        return send("POST", "/oauth/token", refreshBody(refreshToken));
    }

    /** Exchanges a refresh token, as a form: {@code POST /oauth/token}. */
    public Answer refreshByForm(String refreshToken) {
        return sendForm("/oauth/token", refreshBody(refreshToken));
    }

    private ObjectNode refreshBody(String refreshToken) {
        return body("client_secret", "scope", "audience")
                .put("grant_type", "refresh_token")
                .put("refresh_token", refreshToken);
    }

    /** Revokes a refresh token: {@code POST /oauth/revoke} (RFC 7009). */
    public Answer revoke(String refreshToken) {
        return sendForm("/oauth/revoke", body("client_secret").put("token", refreshToken));
    }

    /** The claims of the access token's subject: {@code GET /userinfo}. */
    public Answer userinfo() {
        return send("GET", "/userinfo");
    }

    /** The server's public keys: {@code GET /.well-known/jwks.json} (RFC 7517). */
    public Answer jwks() {
        return send("GET", "/.well-known/jwks.json");
    }

    /** The server's metadata: {@code GET /.well-known/openid-configuration}. */
    public Answer discovery() {
        return send("GET", "/.well-known/openid-configuration");
    }

    /** The calls of My Account, by this client and its settings. */
    public MyAccountClient myAccount() {
        return new MyAccountClient(this);
    }

    /** Signs up whole: challenge, new credential, tokens. Gives the answer of {@code /oauth/token}. */
    public Answer signup(SoftwareAuthenticator authenticator, ObjectNode userProfile) {
        return signup(authenticator, userProfile, Bend.none());
    }

    /** As {@link #signup(SoftwareAuthenticator, ObjectNode)}, with an authenticator's answer that is bent. */
    public Answer signup(SoftwareAuthenticator authenticator, ObjectNode userProfile, Bend bend) {
        Answer challenge = passkeyRegister(userProfile).expect(200);
        return token(challenge.text("auth_session"), create(authenticator, challenge, bend));
    }

    /** Logs in whole: challenge, assertion, tokens. Gives the answer of {@code /oauth/token}. */
    public Answer login(SoftwareAuthenticator authenticator) {
        return login(authenticator, Bend.none());
    }

    /** As {@link #login(SoftwareAuthenticator)}, with an authenticator's answer that is bent. */
    public Answer login(SoftwareAuthenticator authenticator, Bend bend) {
        Answer challenge = passkeyChallenge().expect(200);
        return token(challenge.text("auth_session"), get(authenticator, challenge, bend));
    }

    /** Adds a passkey whole, by an access token: challenge, new credential, verification. Gives the last answer. */
    public Answer enroll(SoftwareAuthenticator authenticator, String accessToken) {
        return withBearer(accessToken).myAccount().enroll(authenticator, Bend.none());
    }

    /** An authenticator's answer to a challenge for signup or enrollment, on this client's origin. */
    public ObjectNode create(SoftwareAuthenticator authenticator, Answer challenge, Bend bend) {
        JsonNode options = challenge.body().path("authn_params_public_key");
        return authenticator.create(options, origin(options.at("/rp/id")), bend);
    }

    /** An authenticator's answer to a challenge for login, on this client's origin. */
    public ObjectNode get(SoftwareAuthenticator authenticator, Answer challenge, Bend bend) {
        JsonNode options = challenge.body().path("authn_params_public_key");
        return authenticator.get(options, origin(options.path("rpId")), bend);
    }

    private String origin(JsonNode rpId) {
        return settings.origin().orElseGet(() -> "https://" + rpId.asText());
    }

    private ObjectNode body(String... parameters) {
        ObjectNode body = Json.object().put("client_id", settings.clientId());
        for (String name : parameters) {
            settings.parameter(name).ifPresent(value -> body.put(name, value));
        }
        return body;
    }

    /** Sends a request without a body. */
    public Answer send(String method, String path) {
        return send(method, path, Map.of(), Bytes.copyOf());
    }

    /** Sends JSON. */
    public Answer send(String method, String path, JsonNode body) {
        return send(method, path, Map.of("Content-Type", "application/json"), Json.write(body));
    }

    /** Posts members as {@code application/x-www-form-urlencoded}; a member that is no text is sent as JSON. */
    public Answer sendForm(String path, ObjectNode members) {
        String form = members.properties().stream()
                .map(member -> encode(member.getKey()) + "=" + encode(formValue(member.getValue())))
                .collect(Collectors.joining("&"));
        return send("POST", path, Map.of("Content-Type", "application/x-www-form-urlencoded"), Bytes.utf8(form));
    }

    /** Sends anything, with this client's headers and the given ones, which win over them. */
    public Answer send(String method, String path, Map<String, String> headers, Bytes body) {
        Map<String, String> all = new LinkedHashMap<>(settings.headers());
        settings.dpop().ifPresent(dpop -> all.put("DPoP", dpop.header(method, path, all)));
        all.putAll(headers);
        try {
            return Answer.of(transport.send(new Transport.Request(method, path, all, body)));
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to " + method + " " + path, e);
        }
    }

    private static String formValue(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
