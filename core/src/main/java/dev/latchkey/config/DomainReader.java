package dev.latchkey.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Section {@code latchkey.domains}. */
final class DomainReader {
    private DomainReader() {}

    static List<Domain> domains(Section root) {
        List<Domain> domains = new ArrayList<>();
        for (Section section : root.sections("domains")) {
            domain(section).ifPresent(domains::add);
        }
        return domains;
    }

    private static Optional<Domain> domain(Section section) {
        Optional<String> host = section.text("host");
        Optional<String> issuer = section.text("issuer");
        Optional<String> rpId = section.text("rp-id");
        Optional<String> rpName = section.text("rp-name");
        if (host.isEmpty()) {
            section.faultWithoutValue(
                    "host", "is missing: name the host that browsers and apps use, e.g. auth.example.com");
            return Optional.empty();
        }
        String id = rpId.orElseGet(() -> host.get().replaceFirst(":\\d+$", ""));
        return Optional.of(
                new Domain(host.get(), issuer.orElseGet(() -> "https://" + host.get() + "/"), id, rpName.orElse(id)));
    }
}
