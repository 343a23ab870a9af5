package dev.latchkey.sample.crew;

import org.jspecify.annotations.Nullable;

/** Text on its way into a page. */
public final class Html {
    private Html() {}

    public static String text(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
    }
}
