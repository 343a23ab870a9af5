package dev.latchkey.config;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** There is a domain, each has a host of its own, and its issuer is that host's. */
final class DomainRule implements Rule {
    private static final String KEY = "latchkey.domains";
    private static final int HTTPS = 443;

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        List<Domain> domains = config.domains();
        if (domains.isEmpty() && !findings.faultAt(KEY)) {
            findings.faultWithoutValue(
                    KEY, "is empty: name the host that you serve, e.g. [{ host = auth.example.com }]");
        }
        Set<String> hosts = new HashSet<>();
        for (int i = 0; i < domains.size(); i++) {
            Domain domain = domains.get(i);
            String key = KEY + "." + i + ".";
            hostComplaint(domain.host()).ifPresent(remedy -> findings.fault(key + "host", domain.host(), remedy));
            if (!hosts.add(domain.host())) {
                findings.fault(key + "host", domain.host(), "is listed twice: keep one");
            }
            if (!findings.faultAt(key + "host")) {
                issuerComplaint(domain).ifPresent(remedy -> findings.fault(key + "issuer", domain.issuer(), remedy));
            }
            if (domain.rpName().isBlank() || domain.rpName().length() > 64) {
                findings.fault(
                        key + "rp-name",
                        domain.rpName(),
                        "needs 1 to 64 characters, which is what authenticators keep");
            }
        }
    }

    /** What is wrong with a host, which may have a port. */
    static Optional<String> hostComplaint(String host) {
        return Hosts.complaint(Hosts.name(host))
                .or(() -> Hosts.isPort(Hosts.port(host), HTTPS)
                        ? Optional.empty()
                        : Optional.of("has a port that is not one, or the default one: leave it out"));
    }

    /** What is wrong with the issuer of a domain (RFC 8414 §2: an https URL; here with a slash as its path). */
    static Optional<String> issuerComplaint(Domain domain) {
        String name = Hosts.name(domain.host());
        String port = Hosts.port(domain.host());
        String prefix = "https://" + name;
        String issuer = domain.issuer();
        boolean framed = issuer.startsWith(prefix) && issuer.endsWith("/") && issuer.length() > prefix.length();
        String own = framed ? issuer.substring(prefix.length(), issuer.length() - 1) : "/";
        boolean right = Hosts.isPort(own, HTTPS) && (port.isEmpty() || port.equals(own));
        return right
                ? Optional.empty()
                : Optional.of("needs to be exactly " + prefix + (port.isEmpty() ? "[:port]" : port)
                        + "/, with the slash at the end and without the default port");
    }
}
