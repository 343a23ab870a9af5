package dev.latchkey.config;

import com.google.common.net.InternetDomainName;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Related origins are such as browsers believe, and no more than they believe (W3C WebAuthn Level 3 §5.11). */
final class RelatedOriginRule implements Rule {
    /** "Clients … MUST support at least five registrable origin labels"; some support no more. */
    private static final int LABELS = 5;

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < config.domains().size(); i++) {
            Domain domain = config.domains().get(i);
            if (seen.add(domain.rpId()) && !domain.relatedOrigins().isEmpty()) {
                String key = "latchkey.domains." + i + ".related-origins";
                domain.relatedOrigins()
                        .forEach(origin -> complaint(origin).ifPresent(remedy -> findings.fault(key, origin, remedy)));
                if (!findings.faultAt(key)) {
                    advise(domain, config.domains(), key, findings);
                }
            }
        }
    }

    private static void advise(Domain domain, List<Domain> domains, String key, Findings findings) {
        Set<String> labels = new LinkedHashSet<>();
        domain.relatedOrigins().forEach(origin -> label(origin).ifPresent(labels::add));
        if (labels.size() > LABELS) {
            findings.warning(
                    key,
                    domain.relatedOrigins(),
                    "has " + labels.size() + " registrable names " + labels
                            + ", but browsers need not look at more than " + LABELS
                            + ": those past the fifth may find no passkey");
        }
        if (domains.stream().noneMatch(other -> Hosts.name(other.host()).equals(domain.rpId()))) {
            findings.warning(
                    key,
                    domain.relatedOrigins(),
                    "is read at https://" + domain.rpId()
                            + "/.well-known/webauthn, and no domain has that host: let its web"
                            + " server pass this path on to " + domain.host() + ", under the host name "
                            + domain.host());
        }
    }

    private static Optional<String> complaint(String origin) {
        Optional<String> malformed = OriginRule.complaint(origin);
        return malformed.isPresent() || label(origin).isPresent()
                ? malformed
                : Optional.of("has no registrable domain, so that browsers pass it over: remove it");
    }

    /** The first label of the registrable domain, by which browsers count: {@code example} of {@code https://shop.example.co.uk}. */
    static Optional<String> label(String origin) {
        String host = Hosts.ofOrigin(origin);
        if (!InternetDomainName.isValid(host)) {
            return Optional.empty();
        }
        InternetDomainName name = InternetDomainName.from(host);
        if (name.isUnderPublicSuffix()) {
            return Optional.of(name.topPrivateDomain().parts().get(0));
        }
        List<String> parts = name.parts();
        return name.hasPublicSuffix() || parts.size() < 2 ? Optional.empty() : Optional.of(parts.get(parts.size() - 2));
    }
}
