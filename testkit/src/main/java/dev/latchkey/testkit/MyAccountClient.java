package dev.latchkey.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The calls of My Account ({@code /me/v1/*}) by a {@link ContractClient} with an access token ({@link
 * ContractClient#withBearer}), or with the cookie of a session that its transport keeps. Immutable and thread-safe.
 */
public final class MyAccountClient {

    private static final String METHODS = "/me/v1/authentication-methods";
    private static final String NEW = "passkey|new";

    private final ContractClient client;

    MyAccountClient(ContractClient client) {
        this.client = client;
    }

    /** The factors on offer. */
    public Answer factors() {
        return client.send("GET", "/me/v1/factors");
    }

    /** All authentication methods. */
    public Answer list() {
        return client.send("GET", METHODS);
    }

    /** The authentication methods of a type, for example {@code passkey}. */
    public Answer list(String type) {
        return client.send("GET", METHODS + "?type=" + ContractClient.encode(type));
    }

    /** Asks for an enrollment challenge. */
    public Answer create() {
        return create(Json.object());
    }

    /** Asks for an enrollment challenge, with members beside {@code type}, e.g. {@code use_exclude_credentials}. */
    public Answer create(ObjectNode members) {
        return client.send("POST", METHODS, members.deepCopy().put("type", "passkey"));
    }

    /** Gives an authenticator's answer to an enrollment challenge. */
    public Answer verify(String authSession, JsonNode authnResponse) {
        ObjectNode body = Json.object().put("auth_session", authSession);
        return client.send("POST", path(NEW) + "/verify", body.set("authn_response", authnResponse));
    }

    /** Reads one passkey by its {@code id}, for example {@code passkey|dev_…}. */
    public Answer get(String id) {
        return client.send("GET", path(id));
    }

    /** Renames a passkey. */
    public Answer rename(String id, String name) {
        return patch(id, Json.object().put("name", name));
    }

    /** Changes members of a passkey. */
    public Answer patch(String id, ObjectNode members) {
        return client.send("PATCH", path(id), members);
    }

    /** Removes a passkey. */
    public Answer delete(String id) {
        return client.send("DELETE", path(id));
    }

    /** Adds a passkey whole: challenge, new credential, verification. Gives the last answer. */
    public Answer enroll(SoftwareAuthenticator authenticator) {
        return enroll(authenticator, Bend.none());
    }

    /** As {@link #enroll(SoftwareAuthenticator)}, with an authenticator's answer that is bent. */
    public Answer enroll(SoftwareAuthenticator authenticator, Bend bend) {
        Answer challenge = create().expect(202);
        return verify(challenge.text("auth_session"), client.create(authenticator, challenge, bend));
    }

    private static String path(String id) {
        return METHODS + "/" + ContractClient.encode(id).replace("+", "%20");
    }
}
