package dev.latchkey.http;

import dev.latchkey.config.Domain;
import dev.latchkey.event.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which configured domain a request is for, by the host that the client used. An unknown host is nobody's. Thread-safe. */
final class Domains {
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}\\z");

    private final List<Domain> domains;

    Domains(List<Domain> domains) {
        this.domains = domains;
    }

    /** The domain of host and port, else of the host alone. */
    Domain of(String host) {
        return known(host).orElseThrow(() -> ApiException.of(
                        ErrorKind.INVALID_REQUEST, "The host is none of the configured domains.")
                .because(Refusal.HOST, "the host is none of the configured domains: " + host));
    }

    /** As the other, or empty. */
    Optional<Domain> known(String host) {
        String authority = host.toLowerCase(Locale.ROOT);
        return find(authority).or(() -> find(withoutPort(authority)));
    }

    private Optional<Domain> find(String host) {
        return domains.stream().filter(domain -> domain.host().equals(host)).findFirst();
    }

    /** Nothing but digits is a port: what else follows a colon would go into addresses that are made of the host. */
    private static String withoutPort(String authority) {
        return PORT.matcher(authority).replaceFirst("");
    }
}
