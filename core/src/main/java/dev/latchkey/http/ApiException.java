package dev.latchkey.http;

import dev.latchkey.event.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request ends in an error of the contract. The message is the reason, for the event; the detail is what the client learns. */
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final int status;
    private final String detail;
    private final transient Optional<String> pointer;
    private final transient Map<String, String> headers;
    private final Refusal refusal;
    private final boolean told;

    private ApiException(
            ErrorKind kind, int status, String detail, Optional<String> pointer, Map<String, String> headers) {
        this(kind, status, detail, pointer, headers, kind.refusal(), detail, true);
    }

    private ApiException(
            ErrorKind kind,
            int status,
            String detail,
            Optional<String> pointer,
            Map<String, String> headers,
            Refusal refusal,
            String reason,
            boolean told) {
        super(reason, null, false, false);
        this.kind = kind;
        this.refusal = refusal;
        this.told = told;
        this.status = status;
        this.detail = detail;
        this.pointer = pointer;
        this.headers = headers;
    }

    static ApiException of(ErrorKind kind, String detail) {
        return new ApiException(kind, kind.status(), detail, Optional.empty(), Map.of());
    }

    /** An error that a member of the body makes, named by its JSON pointer (RFC 6901). */
    static ApiException ofMember(String pointer, String detail) {
        ErrorKind kind = ErrorKind.INVALID_REQUEST;
        return new ApiException(kind, kind.status(), detail, Optional.of(pointer), Map.of());
    }

    static ApiException withHeader(ErrorKind kind, String detail, String name, String value) {
        return withHeaders(kind, detail, Map.of(name, value));
    }

    static ApiException withHeaders(ErrorKind kind, String detail, Map<String, String> headers) {
        return new ApiException(kind, kind.status(), detail, Optional.empty(), headers);
    }

    /** An error of a protected resource, which answers 401 and a challenge whatever kind it is (RFC 6750 §3, RFC 9449 §7.1). */
    static ApiException challenging(ErrorKind kind, String detail, String challenge) {
        return new ApiException(kind, 401, detail, Optional.empty(), Map.of("WWW-Authenticate", challenge));
    }

    /** There is no such endpoint, or it is not live for this domain. */
    static ApiException nothing() {
        return of(ErrorKind.NOT_FOUND, "There is nothing at this address.");
    }

    /** The same, with one header more. */
    ApiException with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiException(kind, status, detail, pointer, more, refusal, String.valueOf(getMessage()), told);
    }

    /** The same to the client; the event says why. */
    ApiException because(Refusal cause, String reason) {
        return new ApiException(kind, status, detail, pointer, headers, cause, reason, told);
    }

    /** The same to the client, and no event. */
    ApiException untold() {
        return new ApiException(kind, status, detail, pointer, headers, refusal, String.valueOf(getMessage()), false);
    }

    /** Whether it is an event. */
    boolean told() {
        return told;
    }

    /** What the event says; the message is its reason. */
    Refusal refusal() {
        return refusal;
    }

    ErrorKind kind() {
        return kind;
    }

    int status() {
        return status;
    }

    String detail() {
        return detail;
    }

    Optional<String> pointer() {
        return pointer;
    }

    Map<String, String> headers() {
        return headers;
    }
}
