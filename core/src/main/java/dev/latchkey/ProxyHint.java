package dev.latchkey;

import java.util.List;
import java.util.stream.Collectors;

/** The line for a reverse proxy that brings well-known documents from the root of the host to an application below it. */
final class ProxyHint {
    private static final String WELL_KNOWN = "/.well-known/";

    private ProxyHint() {}

    static String of(String basePath, List<String> paths) {
        String names = paths.stream()
                .map(path -> path.substring(WELL_KNOWN.length()).replace(".", "\\."))
                .collect(Collectors.joining("|"));
        return "The endpoints are mounted at " + basePath + ", but clients look for " + String.join(", ", paths)
                + " at the root of the host. Let the proxy in front pass them on, without a redirect; for nginx: rewrite"
                + " ^/\\.well-known/(" + names + ")$ " + basePath + WELL_KNOWN + "$1 last;";
    }
}
