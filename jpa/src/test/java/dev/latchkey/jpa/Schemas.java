package dev.latchkey.jpa;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/** What an H2 database says of its tables. */
final class Schemas {
    private Schemas() {}

    /** Type, length and nullability of each column. */
    static Map<String, String> columns(DataSource database, String table) {
        return query(
                database,
                "select column_name, data_type || '(' || coalesce(character_maximum_length, numeric_precision, 0) || ') null: '"
                        + " || is_nullable from information_schema.columns where table_schema = 'PUBLIC' and table_name = '"
                        + table + "'");
    }

    /** The kit's tables. */
    static Set<String> tables(DataSource database) {
        return query(
                        database,
                        "select table_name, '' from information_schema.tables where table_schema = 'PUBLIC'"
                                + " and table_name like 'LATCHKEY%'")
                .keySet();
    }

    /** The columns of each primary and unique key, by kind and name. */
    static Set<String> keys(DataSource database, String table) {
        return new TreeSet<>(query(
                        database,
                        "select c.constraint_name, c.constraint_type || ' ' || case when c.constraint_type = 'UNIQUE'"
                                + " then c.constraint_name else '' end || ' '"
                                + " || listagg(k.column_name, ',') within group (order by k.ordinal_position)"
                                + " from information_schema.table_constraints c join information_schema.key_column_usage k"
                                + " on k.constraint_name = c.constraint_name and k.constraint_schema = c.constraint_schema"
                                + " where c.table_schema = 'PUBLIC' and c.table_name = '" + table
                                + "' group by c.constraint_name, c.constraint_type")
                .values());
    }

    /** The columns of each index that is no key's, by name. */
    static Map<String, String> indexes(DataSource database, String table) {
        return query(
                database,
                "select i.index_name, listagg(c.column_name, ',') within group (order by c.ordinal_position)"
                        + " from information_schema.indexes i join information_schema.index_columns c"
                        + " on c.index_name = i.index_name and c.index_schema = i.index_schema"
                        + " where i.table_schema = 'PUBLIC' and i.index_type_name = 'INDEX' and i.table_name = '"
                        + table
                        + "' group by i.index_name");
    }

    private static Map<String, String> query(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Map<String, String> found = new TreeMap<>();
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
