package dev.latchkey.http;

import java.util.Map;
import java.util.Optional;

/** A request ends in an error of the contract. */
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final int status;
    private final String detail;
    private final transient Optional<String> pointer;
    private final transient Map<String, String> headers;

    private ApiException(
            ErrorKind kind, int status, String detail, Optional<String> pointer, Map<String, String> headers) {
        super(detail, null, false, false);
        this.kind = kind;
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
        return new ApiException(kind, kind.status(), detail, Optional.empty(), Map.of(name, value));
    }

    /** An error of a protected resource, which answers 401 and a challenge whatever kind it is (RFC 6750 §3, RFC 9449 §7.1). */
    static ApiException challenging(ErrorKind kind, String detail, String challenge) {
        return new ApiException(kind, 401, detail, Optional.empty(), Map.of("WWW-Authenticate", challenge));
    }

    /** There is no such endpoint, or it is not live for this domain. */
    static ApiException nothing() {
        return of(ErrorKind.NOT_FOUND, "There is nothing at this address.");
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
