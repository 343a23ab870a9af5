package dev.latchkey.jpa.internal;

import dev.latchkey.jpa.entity.MappedPasskey;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds how a passkey, which names its account in text, can be joined with the host's entity in one statement.
 *
 * <p>A string id is equal to the text. For another type the text is cast to the id's type, and not the id to text, so that the host's
 * primary key serves the join. JPA 3.1 has no cast: Hibernate and JPA 3.2 know one, EclipseLink knows the database's own. Each is tried once, when
 * the storage opens, with a credential that cannot exist; where the provider or the database takes neither, a login reads passkey and
 * account by two statements.
 */
final class HostJoin {
    static final Set<Class<?>> ID_TYPES = Set.of(
            String.class, UUID.class, Short.class, Integer.class, Long.class, BigInteger.class, BigDecimal.class);

    private static final Logger LOG = LoggerFactory.getLogger(HostJoin.class);
    private static final String CAST = "a.%s = cast(p.accountId as %s)";

    private HostJoin() {}

    static Optional<String> find(
            HostEntity host, HostRows rows, Mapped<MappedPasskey> passkey, Transactions transactions) {
        for (String target : targets(host.id().type())) {
            String condition = target.isEmpty()
                    ? "a." + host.id().name() + " = p.accountId"
                    : CAST.formatted(host.id().name(), target);
            String jpql = new HostDirectory(host, rows, passkey, Optional.of(condition)).joinedQuery(condition);
            if (works(jpql, transactions)) {
                return Optional.of(condition);
            }
        }
        LOG.info(
                "No join of passkeys with {} by its {}: a login reads them by two statements",
                host.entity().name(),
                host.id().type());
        return Optional.empty();
    }

    private static List<String> targets(Class<?> idType) {
        if (idType == String.class) {
            return List.of("");
        }
        return idType == UUID.class ? List.of("uuid") : List.of(idType.getSimpleName(), "BIGINT", "SIGNED");
    }

    private static boolean works(String jpql, Transactions transactions) {
        return transactions.test(statements -> statements.list(Object[].class, jpql, Map.of("hash", "-")));
    }
}
