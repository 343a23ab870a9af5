package dev.latchkey.config;

/** What is served, section {@code latchkey.endpoints}. Not thread-safe. */
public final class EndpointBuilder extends SectionBuilder {

    EndpointBuilder() {}

    /** {@code POST /passkey/register}. */
    public EndpointBuilder signup(boolean signup) {
        set("signup", signup);
        return this;
    }

    /** {@code POST /passkey/challenge}. */
    public EndpointBuilder login(boolean login) {
        set("login", login);
        return this;
    }

    /** {@code /me/v1/*}. */
    public EndpointBuilder myAccount(boolean myAccount) {
        set("my-account", myAccount);
        return this;
    }

    /** {@code /.well-known/openid-configuration} and {@code /.well-known/jwks.json}. */
    public EndpointBuilder discovery(boolean discovery) {
        set("discovery", discovery);
        return this;
    }

    /** {@code /latchkey/openapi.json}: these endpoints as an OpenAPI document. */
    public EndpointBuilder openApi(boolean openApi) {
        set("openapi", openApi);
        return this;
    }

    /** Whether a sign-up and a sign-in are rehearsed in the background after the start, so that the first person does not wait for it. */
    public EndpointBuilder warmUp(boolean warmUp) {
        set("warm-up", warmUp);
        return this;
    }

    /** The greatest size of a request body, 4 KiB to 1 MiB. */
    public EndpointBuilder maxBodyBytes(int bytes) {
        set("max-body", bytes + " bytes");
        return this;
    }
}
