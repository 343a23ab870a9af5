package dev.latchkey.jpa;

import java.util.List;
import javax.sql.ConnectionPoolDataSource;

/**
 * How a database itself describes a table: columns, defaults, keys, checks, indexes, triggers. Those by which PostgreSQL holds other tables'
 * foreign keys to it are not its own.
 */
final class Definitions {
    private static final String POSTGRES = "select to_jsonb(c)::text from information_schema.columns c"
            + " where table_schema = current_schema() and table_name = '%1$s'"
            + " union all select pg_get_constraintdef(oid) from pg_constraint where conrelid = '%1$s'::regclass"
            + " union all select indexdef from pg_indexes where schemaname = current_schema() and tablename = '%1$s'"
            + " union all select pg_get_triggerdef(oid) from pg_trigger"
            + " where tgrelid = '%1$s'::regclass and not tgisinternal"
            + " union all select (to_jsonb(t) - 'hastriggers')::text from pg_tables t"
            + " where schemaname = current_schema() and tablename = '%1$s' order by 1";

    private Definitions() {}

    static String of(ConnectionPoolDataSource data, String table) {
        List<String> found =
                switch (DatabaseServer.current().name()) {
                    case "h2" ->
                        Sql.list(data, "script nodata table " + table).stream()
                                .filter(line -> !line.startsWith("--"))
                                .toList();
                    case "mariadb" -> Sql.list(data, "show create table " + table, 2);
                    default -> Sql.list(data, POSTGRES.formatted(table));
                };
        return withoutCounter(String.join("\n", found));
    }

    /** The number that the next row will get is no part of the definition. */
    private static String withoutCounter(String definition) {
        return definition.replaceAll("\\s(RESTART WITH|AUTO_INCREMENT=)\\s?\\d+", "");
    }
}
