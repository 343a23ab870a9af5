package dev.latchkey.http;

import java.util.Arrays;
import java.util.Optional;

/** The authentication schemes of an access token: RFC 6750 §2.1 and RFC 9449 §7.1. */
enum AccessScheme {
    BEARER("Bearer"),
    DPOP("DPoP");

    private final String wireName;

    AccessScheme(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /** Whether an {@code Authorization} header is of one of them, well-formed or not, and so is about a token of the kit's. */
    static boolean isOf(String authorization) {
        String scheme = authorization.strip().split(" ", 2)[0];
        return Arrays.stream(values()).anyMatch(known -> known.wireName.equalsIgnoreCase(scheme));
    }

    /** The scheme of an {@code Authorization} header that is to carry an access token; whatever is not the other one counts as Bearer. */
    static AccessScheme of(String authorization) {
        return DPOP.credentials(authorization).isPresent() ? DPOP : BEARER;
    }

    /** What follows the scheme in the header, or empty where that is of another scheme. */
    Optional<String> credentials(String authorization) {
        String start = wireName + " ";
        return Optional.of(authorization)
                .filter(header -> header.regionMatches(true, 0, start, 0, start.length()))
                .map(header -> header.substring(start.length()).trim());
    }
}
