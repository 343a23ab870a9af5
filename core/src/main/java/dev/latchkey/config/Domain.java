package dev.latchkey.config;

import java.util.Optional;
import java.util.Set;

/**
 * A host that the deployment answers for: section {@code latchkey.domains}.
 *
 * @param host the host name in lower case; with a port ({@code localhost:8443}) it stands for that port alone, else for every port
 * @param issuer exactly {@code https://HOST/}, or with a port {@code https://HOST:8443/}: the {@code iss} of its tokens
 * @param rpId the relying party id: the host name or a parent of it
 * @param rpName what a browser may show, by default the rpId
 * @param relatedOrigins web origins elsewhere that may use the passkeys of the rpId (W3C WebAuthn Level 3 §5.11); domains of one rpId share
 *     theirs
 * @param passkeyEndpoints the application's pages for passkeys
 * @param basePath where clients find the endpoints, if not where the container has them
 */
public record Domain(
        String host,
        String issuer,
        String rpId,
        String rpName,
        Set<String> relatedOrigins,
        PasskeyEndpoints passkeyEndpoints,
        Optional<String> basePath) {

    public Domain {
        relatedOrigins = Ordered.copyOf(relatedOrigins);
    }

    /** A domain without related origins that tells of no pages. */
    public Domain(String host, String issuer, String rpId, String rpName) {
        this(host, issuer, rpId, rpName, Set.of(), PasskeyEndpoints.NONE, Optional.empty());
    }

    /** The audience of the My Account API of this domain: {@code https://HOST/me/}. */
    public String myAccountAudience() {
        return issuer + "me/";
    }

    /** The audience of an access token whose client asked for none: {@code https://HOST/userinfo}. */
    public String userinfoAudience() {
        return issuer + "userinfo";
    }

    /** The address of an endpoint, for a door that serves the endpoints below a base path, which may be empty. */
    public String endpoint(String base, String path) {
        return issuer.substring(0, issuer.length() - 1) + base + path;
    }

    /** Whether browsers let pages of a web origin use the passkeys of the rpId: it stands at or below the rpId, or is related. */
    public boolean mayUsePasskeys(String origin) {
        return relatedOrigins.contains(origin) || Hosts.isSameOrBelow(Hosts.ofOrigin(origin), rpId);
    }
}
