package dev.latchkey.http;

import dev.latchkey.event.Activity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The endpoints of the contract, with their methods and the shape of their errors. */
enum Endpoint {
    REGISTER("/passkey/register", ErrorStyle.OAUTH, Endpoint.SDK_HEADERS, "POST"),
    CHALLENGE("/passkey/challenge", ErrorStyle.OAUTH, Endpoint.SDK_HEADERS, "POST"),
    TOKEN("/oauth/token", ErrorStyle.OAUTH, Endpoint.SDK_HEADERS + ",dpop", "POST"),
    REVOKE("/oauth/revoke", ErrorStyle.OAUTH, Endpoint.SDK_HEADERS, "POST"),
    USERINFO("/userinfo", ErrorStyle.OAUTH, Endpoint.TOKEN_HEADERS, "GET", "POST"),
    JWKS("/.well-known/jwks.json", ErrorStyle.OAUTH, Endpoint.SDK_HEADERS, "GET"),
    DISCOVERY("/.well-known/openid-configuration", ErrorStyle.OAUTH, Endpoint.SDK_HEADERS, "GET"),
    APPLE_APP_SITE_ASSOCIATION(
            "/.well-known/apple-app-site-association", ErrorStyle.OAUTH, Endpoint.SDK_HEADERS, "GET"),
    ASSET_LINKS("/.well-known/assetlinks.json", ErrorStyle.OAUTH, Endpoint.SDK_HEADERS, "GET"),
    RELATED_ORIGINS("/.well-known/webauthn", ErrorStyle.OAUTH, Endpoint.SDK_HEADERS, "GET"),
    PASSKEY_ENDPOINTS("/.well-known/passkey-endpoints", ErrorStyle.OAUTH, Endpoint.SDK_HEADERS, "GET"),
    OPENAPI("/latchkey/openapi.json", ErrorStyle.OAUTH, Endpoint.SDK_HEADERS, "GET"),
    FACTORS("/me/v1/factors", ErrorStyle.PROBLEM, Endpoint.TOKEN_HEADERS, "GET"),
    METHODS("/me/v1/authentication-methods", ErrorStyle.PROBLEM, Endpoint.TOKEN_HEADERS, "GET", "POST"),
    VERIFY("/me/v1/authentication-methods/passkey|new/verify", ErrorStyle.PROBLEM, Endpoint.TOKEN_HEADERS, "POST"),
    METHOD("/me/v1/authentication-methods/*", ErrorStyle.PROBLEM, Endpoint.TOKEN_HEADERS, "GET", "PATCH", "DELETE");

    private static final String SDK_HEADERS = "auth0-client,content-type";
    private static final String TOKEN_HEADERS = "authorization,content-type,dpop";

    private final String path;
    private final String template;
    private final ErrorStyle errors;
    private final String requestHeaders;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> methods;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> allowed;

    Endpoint(String path, ErrorStyle errors, String requestHeaders, String... methods) {
        this.path = path;
        this.template = path.replace("|", "%7C").replace("*", "{id}");
        this.errors = errors;
        this.requestHeaders = requestHeaders;
        this.methods = List.of(methods);
        this.allowed = this.methods.stream()
                .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
                .toList();
    }

    /** The path, for people: a bar may also be written {@code %7C}, and a star stands for an id. */
    String path() {
        return path;
    }

    /** The path as OpenAPI writes it. */
    String template() {
        return template;
    }

    ErrorStyle errors() {
        return errors;
    }

    /** The request headers that pages of other origins may set, separated by commas. */
    String requestHeaders() {
        return requestHeaders;
    }

    /** Whether its requests may bring a proof of possession. */
    boolean takesProof() {
        return requestHeaders.contains("dpop");
    }

    /** The methods that differ in what they do. */
    List<String> methods() {
        return methods;
    }

    /** The same with {@code HEAD}, which is served wherever {@code GET} is (RFC 9110 §9.1). */
    List<String> allowed() {
        return allowed;
    }

    /** The method, if it is allowed or a preflight's; else {@code other}, for clients may send any. */
    String methodName(String method) {
        return method.equals("OPTIONS") || allowed.contains(method) ? method : "other";
    }

    /** Whether its requests are counted: those of documents, which cost nothing, are not. */
    boolean limited() {
        return activity("").isPresent();
    }

    /** What clients are about here, as far as the address tells; empty where they fetch a public document. */
    Optional<Activity> activity(String method) {
        return switch (this) {
            case REGISTER -> Optional.of(Activity.SIGNUP);
            case CHALLENGE -> Optional.of(Activity.LOGIN);
            case TOKEN -> Optional.of(Activity.TOKEN);
            case REVOKE -> Optional.of(Activity.REVOCATION);
            case USERINFO, FACTORS -> Optional.of(Activity.ACCESS);
            case METHODS -> Optional.of(method.equals("POST") ? Activity.ENROLLMENT : Activity.ACCESS);
            case VERIFY -> Optional.of(Activity.ENROLLMENT);
            case METHOD ->
                Optional.of(
                        switch (method) {
                            case "PATCH" -> Activity.RENAME;
                            case "DELETE" -> Activity.REMOVAL;
                            default -> Activity.ACCESS;
                        });
            case JWKS,
                    DISCOVERY,
                    APPLE_APP_SITE_ASSOCIATION,
                    ASSET_LINKS,
                    RELATED_ORIGINS,
                    PASSKEY_ENDPOINTS,
                    OPENAPI -> Optional.empty();
        };
    }
}
