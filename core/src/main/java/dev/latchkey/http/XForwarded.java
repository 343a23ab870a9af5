package dev.latchkey.http;

import dev.latchkey.config.BasePath;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The {@code X-Forwarded-*} headers of a listed proxy. Where several proxies have each added a value, the one that the outermost listed proxy
 * added counts: those further left are the client's own.
 */
final class XForwarded {
    private final Exchange exchange;
    private final List<String> addresses;
    private final int hops;

    XForwarded(Exchange exchange, Predicate<String> trusted) {
        this.exchange = exchange;
        this.addresses = values("X-Forwarded-For");
        this.hops = hops(addresses, trusted);
    }

    PublicAddress apply(PublicAddress direct) {
        Optional<Boolean> forwarded =
                value("X-Forwarded-Proto").map(scheme -> Forwarding.secure(scheme, "X-Forwarded-Proto"));
        boolean secure = forwarded.orElse(direct.secure());
        String host = value("X-Forwarded-Host").map(this::withPort).orElse(direct.host());
        return new PublicAddress(
                secure, Forwarding.host(host, secure, "X-Forwarded-Host"), prefix().orElse(direct.basePath()));
    }

    /** Where the outermost listed proxy was asked from, if it says so. */
    Optional<String> client() {
        return addresses.isEmpty() ? Optional.empty() : Node.address(addresses.get(addresses.size() - hops));
    }

    private String withPort(String host) {
        return host.contains(":")
                ? host
                : value("X-Forwarded-Port").map(port -> host + ":" + port).orElse(host);
    }

    private Optional<String> prefix() {
        return value("X-Forwarded-Prefix")
                .map(prefix -> BasePath.of(prefix).orElseThrow(() -> Forwarding.malformed("X-Forwarded-Prefix")));
    }

    private Optional<String> value(String name) {
        List<String> values = values(name);
        if (values.size() < 2) {
            return values.stream().findFirst();
        }
        if (values.size() != addresses.size()) {
            throw Forwarding.malformed(name);
        }
        return Optional.of(values.get(values.size() - hops));
    }

    private List<String> values(String name) {
        return exchange.header(name).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    /** How many listed proxies the request came through; each but the first is named by the one after it. */
    private static int hops(List<String> addresses, Predicate<String> trusted) {
        int hops = 1;
        while (hops < addresses.size() && trusted.test(addresses.get(addresses.size() - hops))) {
            hops++;
        }
        return hops;
    }
}
