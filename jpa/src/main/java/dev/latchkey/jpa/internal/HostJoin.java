package dev.latchkey.jpa.internal;

import dev.latchkey.jpa.entity.MappedPasskey;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds how a passkey, which names its account in text, can be joined with the host's entity in one statement.
 *
 * <p>A string id is equal to the text. For another type the text is cast to the id's type, and not the id to text, so that the host's
 * primary key serves the join. JPA 3.1 has no cast: Hibernate and JPA 3.2 know one by Java types, EclipseLink one by those of the
 * database, which on MariaDB and MySQL have other names. Each is tried once, when the storage opens or, without a database then, as soon as
 * there is one, with a credential that cannot exist; where the provider or the database takes none, a login reads passkey and account by
 * two statements. Thread-safe.
 */
final class HostJoin {
    static final Set<Class<?>> ID_TYPES = Set.of(
            String.class, UUID.class, Short.class, Integer.class, Long.class, BigInteger.class, BigDecimal.class);

    private static final Logger LOG = LoggerFactory.getLogger(HostJoin.class);
    private static final String CAST = "a.%s = cast(p.accountId as %s)";

    private final HostEntity host;
    private final HostRows rows;
    private final Mapped<MappedPasskey> passkey;
    private final Transactions transactions;

    private final ReentrantLock deciding = new ReentrantLock();
    private volatile boolean decided;
    private volatile Optional<String> query = Optional.empty();

    HostJoin(HostEntity host, HostRows rows, Mapped<MappedPasskey> passkey, Transactions transactions) {
        this.host = host;
        this.rows = rows;
        this.passkey = passkey;
        this.transactions = transactions;
    }

    /**
     * Tries what has to be tried, unless that is done or another thread is at it; for a thread that is in no transaction.
     *
     * @throws dev.latchkey.storage.StorageUnavailableException if there is no database to ask
     */
    void decide() {
        if (!decided && deciding.tryLock()) {
            try {
                if (!decided) {
                    query = find();
                    decided = true;
                }
            } finally {
                deciding.unlock();
            }
        }
    }

    /** Selects passkey and account by {@code :hash}; empty where two statements have to, or as long as it is not decided. */
    Optional<String> query() {
        return query;
    }

    private Optional<String> find() {
        for (String target : targets(host.id().type())) {
            String jpql = query(
                    target.isEmpty()
                            ? "a." + host.id().name() + " = p.accountId"
                            : CAST.formatted(host.id().name(), target));
            if (works(jpql)) {
                return Optional.of(jpql);
            }
        }
        LOG.info(
                "No join of passkeys with {} by its {}: a login reads them by two statements",
                host.entity().name(),
                host.id().type());
        return Optional.empty();
    }

    private String query(String condition) {
        return "select " + passkey.select("p") + ", " + rows.select() + " from " + passkey.name() + " p, " + rows.from()
                + " where " + rows.where("p.credentialHash = :hash and " + condition);
    }

    private static List<String> targets(Class<?> idType) {
        if (idType == String.class) {
            return List.of("");
        }
        return idType == UUID.class ? List.of("uuid") : List.of(idType.getSimpleName(), "BIGINT", "SIGNED");
    }

    private boolean works(String jpql) {
        return transactions.test(statements -> statements.list(Object[].class, jpql, Map.of("hash", "-")));
    }
}
