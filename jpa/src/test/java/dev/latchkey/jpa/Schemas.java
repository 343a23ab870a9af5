package dev.latchkey.jpa;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/** What a database says of its tables; names are in small letters. */
final class Schemas {
    private static final Set<Integer> SIZED = Set.of(Types.VARCHAR, Types.VARBINARY);

    private interface Query {
        ResultSet run(DatabaseMetaData metaData, String catalog, String schema) throws SQLException;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private Schemas() {}

    /** Type, length of text and bytes, and nullability of each column. */
    static Map<String, String> columns(DataSource database, String table) {
        Map<String, String> found = new TreeMap<>();
        read(
                database,
                (metaData, catalog, schema) -> metaData.getColumns(catalog, schema, stored(metaData, table), "%"),
                row -> found.put(small(row, "COLUMN_NAME"), column(row)));
        return found;
    }

    private static String column(ResultSet row) throws SQLException {
        int type = row.getInt("DATA_TYPE");
        String name = type == Types.BOOLEAN || type == Types.BIT ? "boolean" : small(row, "TYPE_NAME");
        return name + (SIZED.contains(type) ? "(" + row.getInt("COLUMN_SIZE") + ")" : "") + " null: "
                + row.getString("IS_NULLABLE");
    }

    /** The kit's tables. */
    static Set<String> tables(DataSource database) {
        Set<String> found = new TreeSet<>();
        read(
                database,
                (metaData, catalog, schema) -> metaData.getTables(
                        catalog, schema, stored(metaData, "latchkey%"), new String[] {"TABLE", "BASE TABLE"}),
                row -> found.add(small(row, "TABLE_NAME")));
        return found;
    }

    /** The columns of the primary key. */
    static Set<String> primaryKey(DataSource database, String table) {
        Set<String> found = new TreeSet<>();
        read(
                database,
                (metaData, catalog, schema) -> metaData.getPrimaryKeys(catalog, schema, stored(metaData, table)),
                row -> found.add(row.getInt("KEY_SEQ") + " " + small(row, "COLUMN_NAME")));
        return found;
    }

    /** The columns of each index that has a name of the kit's, and whether it is unique. */
    static Map<String, String> indexes(DataSource database, String table) {
        Map<String, String> found = new TreeMap<>();
        read(
                database,
                (metaData, catalog, schema) ->
                        metaData.getIndexInfo(catalog, schema, stored(metaData, table), false, false),
                row -> found.merge(
                        small(row, "INDEX_NAME").replaceFirst("_index_[0-9a-f]+$", ""),
                        (row.getBoolean("NON_UNIQUE") ? "" : "unique ") + small(row, "COLUMN_NAME"),
                        (columns, column) -> columns + ", " + column.replaceFirst("unique ", "")));
        found.keySet().removeIf(name -> !name.startsWith("latchkey_") || name.endsWith("_pkey"));
        return found;
    }

    private static String stored(DatabaseMetaData metaData, String name) throws SQLException {
        if (metaData.storesUpperCaseIdentifiers()) {
            return name.toUpperCase(Locale.ROOT);
        }
        return metaData.storesLowerCaseIdentifiers() ? name.toLowerCase(Locale.ROOT) : name;
    }

    private static String small(ResultSet row, String column) throws SQLException {
        return row.getString(column).toLowerCase(Locale.ROOT);
    }

    private static void read(DataSource database, Query query, Row each) {
        try (Connection connection = database.getConnection();
                ResultSet rows = query.run(connection.getMetaData(), connection.getCatalog(), connection.getSchema())) {
            while (rows.next()) {
                each.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
