package dev.latchkey.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Section {@code latchkey.domains}. */
final class DomainReader {
    private DomainReader() {}

    static List<Domain> domains(Section root) {
        List<Domain> domains = new ArrayList<>();
        for (Section section : root.sections("domains")) {
            domain(section).ifPresent(domains::add);
        }
        Map<String, Set<String>> related = new HashMap<>();
        for (Domain domain : domains) {
            related.computeIfAbsent(domain.rpId(), rpId -> new LinkedHashSet<>())
                    .addAll(domain.relatedOrigins());
        }
        return domains.stream()
                .map(domain -> with(related.getOrDefault(domain.rpId(), Set.of()), domain))
                .toList();
    }

    private static Optional<Domain> domain(Section section) {
        Optional<String> host = section.text("host");
        Optional<String> issuer = section.text("issuer");
        Optional<String> rpId = section.text("rp-id");
        Optional<String> rpName = section.text("rp-name");
        Set<String> relatedOrigins = section.texts("related-origins");
        Optional<String> basePath = section.text("base-path");
        Section pages = section.section("passkey-endpoints");
        PasskeyEndpoints endpoints = new PasskeyEndpoints(pages.text("enroll"), pages.text("manage"));
        if (host.isEmpty()) {
            section.faultWithoutValue(
                    "host", "is missing: name the host that browsers and apps use, e.g. auth.example.com");
            return Optional.empty();
        }
        String id = rpId.orElseGet(() -> Hosts.name(host.get()));
        return Optional.of(new Domain(
                host.get(),
                issuer.orElseGet(() -> "https://" + host.get() + "/"),
                id,
                rpName.orElse(id),
                relatedOrigins,
                endpoints,
                basePath));
    }

    private static Domain with(Set<String> relatedOrigins, Domain domain) {
        return new Domain(
                domain.host(),
                domain.issuer(),
                domain.rpId(),
                domain.rpName(),
                relatedOrigins,
                domain.passkeyEndpoints(),
                domain.basePath());
    }
}
