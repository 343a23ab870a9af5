package dev.latchkey.bench.load;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What is going on, for whoever waits. */
final class Progress {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Progress() {}

    static void say(String what) {
        System.out.println(LocalTime.now(ZoneOffset.UTC).format(TIME) + " " + what);
    }
}
