package dev.latchkey.sample.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What the page in the browser lacks by WCAG 2.2 AA, as far as a program can tell: names and labels, headings, language, contrast of text and
 * inputs, size of targets, and no scrolling from left to right.
 */
public final class PageFaults {
    private static final String SCRIPT = script();

    private PageFaults() {}

    /** A sentence for each; empty if all is well. */
    public static List<?> in(Browser browser) {
        return (List<?>) browser.evaluate(SCRIPT);
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(PageFaults.class.getResourceAsStream("page-faults.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
