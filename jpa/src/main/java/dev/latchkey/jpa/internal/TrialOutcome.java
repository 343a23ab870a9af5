package dev.latchkey.jpa.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a trial of one statement or two told of a table. */
sealed interface TrialOutcome {
    /** It takes them. */
    record Taken() implements TrialOutcome {}

    /** It gave back something else in these columns than was stored. */
    record Changed(List<KitColumn> columns) implements TrialOutcome {}

    /** It does not fit. */
    record Refused(String reason) implements TrialOutcome {}

    /** It was refused for another reason, which may not be there for a row of somebody's: a constraint of the host's, a read-only standby. */
    record Unclear(String reason) implements TrialOutcome {}

    /** Classes of SQLState: values that do not fit, and names or types that are not known. */
    Set<String> REFUSALS = Set.of("22", "42");

    /** Values that do not fit, where the SQLState does not say so: MariaDB and MySQL, Oracle. */
    Set<Integer> REFUSAL_CODES = Set.of(1264, 1265, 1366, 1406, 12899);

    int MAX_REASON = 200;

    static TrialOutcome of(Throwable fault) {
        Optional<SQLException> sql = SqlFaults.first(fault);
        if (sql.isEmpty()) {
            return new Unclear(shortened(String.valueOf(fault.getCause())));
        }
        String state = String.valueOf(sql.get().getSQLState());
        String reason = shortened(String.valueOf(sql.get().getMessage())) + " (SQLState " + state + ")";
        boolean fits = state.length() < 2 || !REFUSALS.contains(state.substring(0, 2));
        return fits && !REFUSAL_CODES.contains(sql.get().getErrorCode()) ? new Unclear(reason) : new Refused(reason);
    }

    private static String shortened(String message) {
        String line = message.lines().findFirst().orElse("").replaceFirst("; SQL statement:$", "");
        return line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON) + "…";
    }
}
