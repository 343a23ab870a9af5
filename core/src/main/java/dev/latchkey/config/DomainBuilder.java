package dev.latchkey.config;

import java.util.List;

/** A host that the deployment answers for, section {@code latchkey.domains}. Not thread-safe. */
public final class DomainBuilder extends SectionBuilder {

    DomainBuilder(String host) {
        set("host", host);
    }

    /** Exactly {@code https://HOST[:port]/}; that of the host by default. */
    public DomainBuilder issuer(String issuer) {
        set("issuer", issuer);
        return this;
    }

    /** The host name, which is the default, or a parent of it. */
    public DomainBuilder rpId(String rpId) {
        set("rp-id", rpId);
        return this;
    }

    /** What a browser may show; the rpId by default. */
    public DomainBuilder rpName(String rpName) {
        set("rp-name", rpName);
        return this;
    }

    /** Exact web origins, neither at the rpId nor below it, whose pages may use its passkeys. */
    public DomainBuilder relatedOrigins(String... relatedOrigins) {
        set("related-origins", List.of(relatedOrigins));
        return this;
    }

    /** Where clients find the endpoints, if not where the container has them: {@code /} or {@code /auth}. */
    public DomainBuilder basePath(String basePath) {
        set("base-path", basePath);
        return this;
    }

    /** URL of the application's page that adds a passkey. */
    public DomainBuilder enrollUrl(String enrollUrl) {
        setBelow("passkey-endpoints", "enroll", enrollUrl);
        return this;
    }

    /** URL of the application's page that lists passkeys. */
    public DomainBuilder manageUrl(String manageUrl) {
        setBelow("passkey-endpoints", "manage", manageUrl);
        return this;
    }
}
