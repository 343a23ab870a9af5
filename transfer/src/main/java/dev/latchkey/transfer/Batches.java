package dev.latchkey.transfer;

import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageConflictException;
import dev.latchkey.storage.UnitOfWork;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores rows many at a time, each batch in one transaction. If a unique key refuses something in it, nothing of it was written; then its
 * rows are stored one at a time, so that only the one that is refused is lost. Not thread-safe.
 */
final class Batches {
    private final Storage storage;
    private final boolean dryRun;
    private final Rehearsal rehearsal = new Rehearsal();
    private final RowImport rowImport;

    Batches(Storage storage, boolean dryRun, Clock clock) {
        this.storage = storage;
        this.dryRun = dryRun;
        this.rowImport = new RowImport(rehearsal, clock);
    }

    List<Outcome> store(List<Candidate> rows) {
        try {
            return together(rows);
        } catch (StorageConflictException conflict) {
            return rows.size() == 1 ? List.of(refused(rows.get(0), conflict)) : oneByOne(rows);
        }
    }

    private List<Outcome> oneByOne(List<Candidate> rows) {
        return rows.stream().flatMap(row -> store(List.of(row)).stream()).toList();
    }

    private List<Outcome> together(List<Candidate> rows) {
        if (!dryRun) {
            return storage.inTransaction(work -> run(rows, work));
        }
        List<Outcome> outcomes = rehearse(rows);
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Imported imported) {
                rehearsal.remember(imported.passkey());
            }
        }
        return outcomes;
    }

    private List<Outcome> run(List<Candidate> rows, UnitOfWork work) {
        List<Outcome> outcomes = new ArrayList<>(rows.size());
        rows.forEach(row -> outcomes.add(rowImport.run(row, work)));
        return outcomes;
    }

    private List<Outcome> rehearse(List<Candidate> rows) {
        try {
            return storage.inTransaction(work -> {
                throw new RolledBack(run(rows, work));
            });
        } catch (RolledBack end) {
            return end.outcomes;
        }
    }

    private static Outcome refused(Candidate row, StorageConflictException conflict) {
        return switch (conflict.conflict()) {
            case CREDENTIAL -> RowImport.refused(row, RefusalReason.CREDENTIAL_TAKEN);
            case USER_HANDLE -> RowImport.refused(row, RefusalReason.USER_HANDLE_TAKEN);
            case SPENT_SESSION, IDENTIFIER, REFRESH_TOKEN, KEY -> throw conflict;
        };
    }

    /** Ends a transaction of a dry run. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Outcome> outcomes;

        RolledBack(List<Outcome> outcomes) {
            super("dry run", null, false, false);
            this.outcomes = outcomes;
        }
    }
}
