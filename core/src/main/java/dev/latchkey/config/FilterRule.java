package dev.latchkey.config;

/** The application path is one. */
final class FilterRule implements Rule {

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        config.filter()
                .applicationPath()
                .filter(path -> BasePath.of(path).isEmpty())
                .ifPresent(path -> findings.fault(
                        "latchkey.filter.application-path",
                        path,
                        "needs to be the @ApplicationPath that the container maps, such as /api"));
    }
}
