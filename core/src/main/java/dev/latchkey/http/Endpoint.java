package dev.latchkey.http;

import java.util.List;

/** The endpoints of the contract, with their methods and the shape of their errors. */
enum Endpoint {
    REGISTER("/passkey/register", ErrorStyle.OAUTH, "POST"),
    CHALLENGE("/passkey/challenge", ErrorStyle.OAUTH, "POST"),
    TOKEN("/oauth/token", ErrorStyle.OAUTH, "POST"),
    REVOKE("/oauth/revoke", ErrorStyle.OAUTH, "POST"),
    USERINFO("/userinfo", ErrorStyle.OAUTH, "GET", "POST"),
    JWKS("/.well-known/jwks.json", ErrorStyle.OAUTH, "GET"),
    DISCOVERY("/.well-known/openid-configuration", ErrorStyle.OAUTH, "GET"),
    APPLE_APP_SITE_ASSOCIATION("/.well-known/apple-app-site-association", ErrorStyle.OAUTH, "GET"),
    ASSET_LINKS("/.well-known/assetlinks.json", ErrorStyle.OAUTH, "GET"),
    RELATED_ORIGINS("/.well-known/webauthn", ErrorStyle.OAUTH, "GET"),
    PASSKEY_ENDPOINTS("/.well-known/passkey-endpoints", ErrorStyle.OAUTH, "GET"),
    FACTORS("/me/v1/factors", ErrorStyle.PROBLEM, "GET"),
    METHODS("/me/v1/authentication-methods", ErrorStyle.PROBLEM, "GET", "POST"),
    VERIFY("/me/v1/authentication-methods/passkey|new/verify", ErrorStyle.PROBLEM, "POST"),
    METHOD("/me/v1/authentication-methods/*", ErrorStyle.PROBLEM, "GET", "PATCH", "DELETE");

    private final String path;
    private final ErrorStyle errors;
    private final String methods;

    Endpoint(String path, ErrorStyle errors, String... methods) {
        this.path = path;
        this.errors = errors;
        this.methods = String.join(" ", methods);
    }

    /** The path, for people: a bar may also be written {@code %7C}, and a star stands for an id. */
    String path() {
        return path;
    }

    ErrorStyle errors() {
        return errors;
    }

    List<String> methods() {
        return List.of(methods.split(" "));
    }
}
