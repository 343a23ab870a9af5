package dev.latchkey.event;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each event to the log once, in one line of {@code key=value} pairs. A value that is more than one plain word stands in quotation
 * marks and holds none. Thread-safe.
 */
public final class EventLog implements PasskeyEvents {
    static final String LOGGER = "dev.latchkey.events";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final Pattern WORD = Pattern.compile("[!-~&&[^\"'=\\\\]]+");

    @Override
    public void happened(PasskeyEvent event) {
        if (event instanceof PasskeyEvent.CounterFell || event instanceof PasskeyEvent.RefreshTokenReused) {
            LOG.warn("{}", line(event));
        } else if (LOG.isInfoEnabled()) {
            LOG.info("{}", line(event));
        }
    }

    private static String line(PasskeyEvent event) {
        return EventFields.of(event).entrySet().stream().map(EventLog::pair).collect(Collectors.joining(" "));
    }

    private static String pair(Map.Entry<String, String> field) {
        String value = PlainText.of(field.getValue());
        return field.getKey() + "=" + (WORD.matcher(value).matches() ? value : "\"" + value.replace('"', '\'') + "\"");
    }
}
