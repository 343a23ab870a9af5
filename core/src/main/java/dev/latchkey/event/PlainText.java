package dev.latchkey.event;

import java.util.regex.Pattern;

/** Text of strangers, made harmless for logs and terminals: one line, bounded, nothing that is not seen. */
final class PlainText {
    private static final int MAX_CHARS = 300;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

    private PlainText() {}

    static String of(String text) {
        String cut = text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS);
        String seen = UNSEEN.matcher(cut).replaceAll(" ");
        return cut.length() == text.length() ? seen : seen + "…";
    }
}
