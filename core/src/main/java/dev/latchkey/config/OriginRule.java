package dev.latchkey.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Origins are written exactly as browsers send them (RFC 6454 §6.2), and each is of a domain whose passkeys it may use. */
final class OriginRule implements Rule {
    private static final Pattern ORIGIN = Pattern.compile("(https?)://(\\[::1]|[^:/?#@\\[\\]]+)(:[^/?#@]*)?");

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        for (Client client : config.clients().values()) {
            String key = "latchkey.clients." + client.id() + ".allowed-origins";
            for (String origin : client.allowedOrigins()) {
                complaint(origin)
                        .or(() -> findings.faultAt("latchkey.domains") ? Optional.empty() : foreign(origin, config))
                        .ifPresent(remedy -> findings.fault(key, origin, remedy));
            }
        }
        for (String origin : config.ceremony().topOrigins()) {
            complaint(origin).ifPresent(remedy -> findings.fault("latchkey.ceremony.top-origins", origin, remedy));
        }
    }

    /** What is wrong with an origin, as a remedy. */
    static Optional<String> complaint(String origin) {
        Matcher parts = ORIGIN.matcher(origin);
        if (!parts.matches()) {
            return Optional.of(
                    "is no web origin: list each one exactly as scheme://host[:port], without a path, a slash at the end or a wildcard");
        }
        String scheme = parts.group(1);
        String host = parts.group(2);
        boolean loopback = host.equals("[::1]") || host.equals("127.0.0.1");
        boolean https = scheme.equals("https");
        if (!loopback) {
            Optional<String> noName = Hosts.complaint(host);
            if (noName.isPresent()) {
                return noName;
            }
        }
        if (!Hosts.isPort(Optional.ofNullable(parts.group(3)).orElse(""), https ? 443 : 80)) {
            return Optional.of(
                    "has a port that is not one, or the default one, which browsers leave out: leave it out");
        }
        return https || loopback || Hosts.isLocalhost(host)
                ? Optional.empty()
                : Optional.of("is not secure: use https, http serves localhost alone");
    }

    private static Optional<String> foreign(String origin, LatchkeyConfig config) {
        return config.domains().stream().anyMatch(domain -> domain.mayUsePasskeys(origin))
                ? Optional.empty()
                : Optional.of(
                        "is at or below the rp-id of no domain, so that browsers offer it no passkey: add its domain, list it among"
                                + " the related-origins of one, or remove it");
    }
}
