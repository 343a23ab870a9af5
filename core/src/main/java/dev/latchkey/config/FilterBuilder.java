package dev.latchkey.config;

/** The servlet filter, section {@code latchkey.filter}. Not thread-safe. */
public final class FilterBuilder extends SectionBuilder {

    FilterBuilder() {}

    /** Where the JAX-RS application is mounted that serves the endpoints in the filter's stead, such as {@code /api}. */
    public FilterBuilder applicationPath(String applicationPath) {
        set("application-path", applicationPath);
        return this;
    }
}
