package dev.latchkey.config;

import java.util.List;

/** A base path is one that can stand between a host and the path of an endpoint. */
final class BasePathRule implements Rule {

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        List<Domain> domains = config.domains();
        for (int i = 0; i < domains.size(); i++) {
            String key = "latchkey.domains." + i + ".base-path";
            domains.get(i)
                    .basePath()
                    .filter(path -> BasePath.of(path).isEmpty())
                    .ifPresent(path -> findings.fault(
                            key,
                            path,
                            "needs to be / or a path such as /auth, without a query and without dots for a segment"));
        }
    }
}
