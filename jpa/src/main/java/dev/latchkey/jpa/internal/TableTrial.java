package dev.latchkey.jpa.internal;

import dev.latchkey.jpa.internal.TrialOutcome.Changed;
import dev.latchkey.jpa.internal.TrialOutcome.Refused;
import dev.latchkey.jpa.internal.TrialOutcome.Taken;
import dev.latchkey.jpa.internal.TrialOutcome.Unclear;
import dev.latchkey.storage.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries at the start whether a table takes what the kit stores: a row with the greatest value in each column is stored, read and rolled
 * back, two statements; where an entity of the host's would need an account and there is none yet, its columns are only read. Only if that
 * fails each column is looked at, to tell all that is amiss. Works by JPQL alone, for neither names nor types of columns can be asked of
 * every persistence provider.
 */
final class TableTrial {
    private static final Logger LOG = LoggerFactory.getLogger(TableTrial.class);
    private static final String KEY = "latchkey.storage.persistence-unit: entity ";
    private static final String SCRIPT = "the script for your database in dev/latchkey/jpa/migration";

    /** Carries what was found out of a transaction that is rolled back for it. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient TrialOutcome outcome;

        Ended(TrialOutcome outcome) {
            super("rolls the trial back", null, false, false);
            this.outcome = outcome;
        }
    }

    private final Transactions transactions;

    TableTrial(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * What is amiss with the tables, at the cost of two statements an entity.
     *
     * @throws dev.latchkey.storage.StorageUnavailableException if there is no database to ask
     */
    List<String> faults(Mappings mappings, AccountMapping account) {
        List<String> found = new ArrayList<>();
        account.host().flatMap(this::unreadable).ifPresent(found::add);
        Optional<HostEntity> readable = account.host().filter(host -> found.isEmpty());
        TrialOwner owner = TrialOwner.of(readable, transactions);
        TrialRows.of(mappings, account.own(), owner::in).forEach(row -> found.addAll(faults(row)));
        return found;
    }

    private Optional<String> unreadable(HostEntity host) {
        HostRows rows = new HostRows(host);
        String jpql = "select " + rows.select() + " from " + rows.from() + " where 1 = 0";
        return read(jpql) instanceof Refused refused
                ? Optional.of(
                        "latchkey.accounts.entity = " + host.entity().type().getName()
                                + ": its table cannot be read: " + refused.reason()
                                + "; create what is missing, or map the entity to what is there")
                : Optional.empty();
    }

    private <T> List<String> faults(TrialRow<T> row) {
        TrialOutcome outcome = row.owner().isPresent()
                ? store(row, row.greatest())
                : select(row, row.entity().select("e"));
        if (outcome instanceof Taken) {
            return List.of();
        }
        if (outcome instanceof Unclear unclear) {
            LOG.info(
                    "event=table_not_tried entity={} reason={}",
                    row.entity().type().getName(),
                    unclear.reason());
            return List.of();
        }
        String entity = KEY + row.entity().type().getName() + ": ";
        if (select(row, "1") instanceof Refused refused) {
            return List.of(entity + "its table cannot be read: " + refused.reason() + "; run " + SCRIPT
                    + ", or name the right table in orm.xml");
        }
        List<String> found = unreadable(row, entity);
        if (found.isEmpty() && row.owner().isPresent()) {
            found = unfit(row, entity);
        }
        return found.isEmpty() ? List.of(entity + rowFault(outcome)) : found;
    }

    private <T> List<String> unreadable(TrialRow<T> row, String entity) {
        List<String> found = new ArrayList<>();
        for (KitColumn column : row.entity().columns()) {
            if (select(row, "e." + column.name()) instanceof Refused refused) {
                found.add(entity + "the column of attribute " + column.name() + " cannot be read: " + refused.reason()
                        + "; add it as in " + SCRIPT + ", or name the right one by <attribute-override name=\""
                        + column.name() + "\"> in orm.xml");
            }
        }
        return found;
    }

    private <T> List<String> unfit(TrialRow<T> row, String entity) {
        List<String> found = new ArrayList<>();
        if (store(row, row.least()) instanceof Refused) {
            return found;
        }
        for (KitColumn column : row.entity().columns()) {
            TrialOutcome outcome = store(row, row.greatestIn(column));
            if (outcome instanceof Refused || outcome instanceof Changed) {
                String reason = outcome instanceof Refused refused ? refused.reason() : "it gives back something else";
                found.add(entity + "the column of attribute " + column.name() + " does not hold "
                        + TrialRow.describe(column) + ": " + reason + "; alter it to the type that it has in "
                        + SCRIPT);
            }
        }
        return found;
    }

    private static String rowFault(TrialOutcome outcome) {
        String reason = outcome instanceof Refused refused ? refused.reason() : "it gives back something else";
        return "its table does not hold a row of the greatest values: " + reason
                + "; alter its columns to the types that they have in " + SCRIPT;
    }

    private TrialOutcome select(TrialRow<?> row, String expression) {
        return read("select " + expression + " from " + row.entity().name() + " e where 1 = 0");
    }

    private TrialOutcome read(String jpql) {
        return rolledBack(statements -> {
            statements.list(Object.class, jpql, Map.of());
            return new Taken();
        });
    }

    private <T> TrialOutcome store(TrialRow<T> row, T instance) {
        Mapped<T> entity = row.entity();
        KitColumn id = entity.id();
        Object idValue = Objects.requireNonNull(id.get(instance));
        String jpql = "select " + entity.select("e") + " from " + entity.name() + " e where e." + id.name() + " = :id";
        return rolledBack(statements -> {
            statements.insert(instance, Conflict.KEY);
            List<@Nullable Object[]> stored = statements.list(Object[].class, jpql, Map.of("id", idValue));
            List<KitColumn> changed =
                    stored.isEmpty() ? entity.columns() : changed(entity, instance, entity.read(stored.get(0), 0));
            return changed.isEmpty() ? new Taken() : new Changed(changed);
        });
    }

    private static <T> List<KitColumn> changed(Mapped<T> entity, T stored, T found) {
        return entity.columns().stream()
                .filter(column -> !Objects.deepEquals(column.get(stored), column.get(found)))
                .toList();
    }

    private TrialOutcome rolledBack(Function<Statements, TrialOutcome> work) {
        try {
            transactions.test(statements -> {
                throw new Ended(outcome(work, statements));
            });
            return new Unclear("no transaction could be had");
        } catch (Ended end) {
            return end.outcome;
        }
    }

    private static TrialOutcome outcome(Function<Statements, TrialOutcome> work, Statements statements) {
        try {
            return work.apply(statements);
        } catch (RuntimeException fault) {
            if (SqlFaults.isConnectionTrouble(fault)) {
                throw fault;
            }
            return TrialOutcome.of(fault);
        }
    }
}
