package dev.latchkey.transfer;

import dev.latchkey.storage.Storage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores passkeys that other software made. Rows are checked as a registration would be, and stored in batches of a transaction each; a row
 * that is refused touches neither its neighbours nor what is stored already. A passkey that is there already is left as it is, so that an
 * import may be run again, say after it was interrupted. Thread-safe.
 *
 * <pre>{@code
 * ImportReport report = new Importer(storage, ImportSettings.of(config)).run(source, refusal -> System.out.println(refusal));
 * }</pre>
 */
public final class Importer {
    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);
    private static final int BATCH_ROWS = 200;

    private final Storage storage;
    private final ImportSettings settings;
    private final Clock clock;

    /** An importer into a storage, which stays the caller's to close. */
    public Importer(Storage storage, ImportSettings settings) {
        this(storage, settings, Clock.systemUTC());
    }

    /** The same at another time. */
    public Importer(Storage storage, ImportSettings settings, Clock clock) {
        this.storage = storage;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Reads the source to its end.
     *
     * @param refused is told of each row that is not imported, in no order across batches
     * @throws SourceException if the source cannot be read
     * @throws dev.latchkey.storage.StorageUnavailableException if the database cannot be reached; whole batches have been stored, and the
     *     import may be run again
     */
    public ImportReport run(PasskeySource source, Consumer<Refusal> refused) {
        Run run = new Run(refused);
        source.forEach(run::take);
        run.flush();
        ImportReport report = new ImportReport(run.imported, run.unchanged, run.refusals, settings.dryRun());
        LOG.info(
                "event=passkeys_imported imported={} unchanged={} refused={} dry_run={}",
                report.imported(),
                report.unchanged(),
                report.refused(),
                report.dryRun());
        return report;
    }

    /** One run, with the batch that is being filled. */
    private final class Run {
        private final Consumer<Refusal> listener;
        private final RowCheck check = new RowCheck(settings);
        private final Batches batches = new Batches(storage, settings.dryRun(), clock);
        private final List<Candidate> batch = new ArrayList<>();
        private long imported;
        private long unchanged;
        private long refusals;

        Run(Consumer<Refusal> listener) {
            this.listener = listener;
        }

        void take(Row row) {
            if (row instanceof Row.Read read) {
                take(read);
            } else {
                refuse(Refusal.of((Row.Unreadable) row));
            }
        }

        private void take(Row.Read row) {
            try {
                batch.add(check.check(row));
            } catch (RowRefusedException e) {
                refuse(e.refusal());
            }
            if (batch.size() == BATCH_ROWS) {
                flush();
            }
        }

        void flush() {
            if (!batch.isEmpty()) {
                batches.store(List.copyOf(batch)).forEach(this::count);
                batch.clear();
            }
        }

        private void count(Outcome outcome) {
            if (outcome instanceof Outcome.Imported) {
                imported++;
            } else if (outcome instanceof Outcome.Unchanged) {
                unchanged++;
            } else {
                refuse(((Outcome.Refused) outcome).refusal());
            }
        }

        private void refuse(Refusal refusal) {
            refusals++;
            listener.accept(refusal);
        }
    }
}
