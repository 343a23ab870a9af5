package dev.latchkey.config;

import com.google.common.net.InternetDomainName;
import java.util.List;
import java.util.Optional;

/**
 * An rpId is its domain's host or a parent of it, but neither an address nor a public suffix (W3C WebAuthn Level 3 §5.1.2, HTML "is a
 * registrable domain suffix of or is equal to").
 */
final class RpIdRule implements Rule {

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        List<Domain> domains = config.domains();
        for (int i = 0; i < domains.size(); i++) {
            Domain domain = domains.get(i);
            String key = "latchkey.domains." + i + ".rp-id";
            if (findings.faultAt("latchkey.domains." + i + ".host")) {
                continue;
            }
            Optional<String> complaint = complaint(domain.rpId(), Hosts.name(domain.host()));
            complaint.ifPresent(remedy -> findings.fault(key, domain.rpId(), remedy));
            if (complaint.isEmpty() && isRegistrable(domain.rpId())) {
                findings.warning(
                        key,
                        domain.rpId(),
                        "is the registrable domain, so that every host below it, also one that others run, could ask for these"
                                + " passkeys; the narrowest parent of what has to share them is safer, e.g. auth."
                                + domain.rpId());
            }
        }
    }

    /** What is wrong with an rpId for that host name, as a remedy. */
    static Optional<String> complaint(String rpId, String host) {
        Optional<String> noName = Hosts.complaint(rpId);
        if (noName.isPresent()) {
            return noName;
        }
        if (!Hosts.isSameOrBelow(host, rpId)) {
            return Optional.of("is neither the host " + host + " nor a parent of it: browsers refuse it there");
        }
        return InternetDomainName.isValid(rpId) && InternetDomainName.from(rpId).isPublicSuffix()
                ? Optional.of("is a public suffix, under which anybody registers names: use one below it, e.g. " + host)
                : Optional.empty();
    }

    /** Whether it is the part of a name that somebody registered: eTLD+1. */
    static boolean isRegistrable(String rpId) {
        return InternetDomainName.isValid(rpId) && InternetDomainName.from(rpId).isTopPrivateDomain();
    }
}
