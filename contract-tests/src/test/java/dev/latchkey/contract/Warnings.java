package dev.latchkey.contract;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the kit logs as a warning or an error while something runs. */
final class Warnings {
    private Warnings() {}

    /** What the work returns; the lines are added to the list. */
    static <T> T into(List<String> lines, Callable<T> work) throws Exception {
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("dev.latchkey");
        Level before = logger.getLevel();
        logger.setLevel(Level.WARNING);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        try {
            return work.call();
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
            logger.setLevel(before);
        }
    }
}
