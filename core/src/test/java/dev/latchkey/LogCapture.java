package dev.latchkey;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what the kit logs, with the stack traces' messages; of the warm-up, which any test may begin, only on demand. To be closed. */
public final class LogCapture extends Handler {
    private static final String KIT = "dev.latchkey";
    private static final String WARM_UP = KIT + ".warmup";

    private final Logger logger = Logger.getLogger(KIT);
    private final Level before = logger.getLevel();
    private final boolean warmUp;
    private final List<LogRecord> records = new ArrayList<>();

    public LogCapture() {
        this(false);
    }

    private LogCapture(boolean warmUp) {
        this.warmUp = warmUp;
        setLevel(Level.ALL);
        logger.setLevel(Level.ALL);
        logger.addHandler(this);
    }

    public static LogCapture withWarmUp() {
        return new LogCapture(true);
    }

    public List<String> lines() {
        return records.stream().map(LogRecord::getMessage).toList();
    }

    public List<Level> levels() {
        return records.stream().map(LogRecord::getLevel).toList();
    }

    /** Everything that a log could show: lines, and the messages of exceptions with their causes. */
    public String everything() {
        StringBuilder text = new StringBuilder();
        for (LogRecord each : records) {
            text.append(each.getMessage()).append('\n');
            for (Throwable thrown = each.getThrown(); thrown != null; thrown = thrown.getCause()) {
                text.append(thrown).append('\n');
            }
        }
        return text.toString();
    }

    @Override
    public void publish(LogRecord entry) {
        if (warmUp || !entry.getLoggerName().startsWith(WARM_UP)) {
            records.add(entry);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(before);
    }
}
