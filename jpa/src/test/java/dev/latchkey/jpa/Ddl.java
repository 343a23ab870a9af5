package dev.latchkey.jpa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a script creates, read without a database.
 *
 * @param columns type and nullability of each column, by table and name
 * @param primaryKeys table and column of each
 * @param uniqueKeys table and columns of each
 * @param indexes name, table and columns of each that is not unique
 */
record Ddl(Map<String, String> columns, Set<String> primaryKeys, Set<String> uniqueKeys, Set<String> indexes) {
    private static final Pattern TABLE = Pattern.compile("create table (\\w+) \\((.*)\\)");
    private static final Pattern INDEX = Pattern.compile("create index (\\w+) on (\\w+) (\\(.*\\))");
    private static final Pattern UNIQUE_INDEX =
            Pattern.compile("create unique(?: nonclustered)? index \\w+ on (\\w+) (\\(.*?\\))(?: where .*)?");
    private static final Pattern ADDED_KEY =
            Pattern.compile("alter table (\\w+) add constraint \\w+ unique (\\(.*\\))");

    static Ddl read(String script) {
        Ddl ddl = new Ddl(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        statements(script).forEach(ddl::add);
        return ddl;
    }

    /** The statements, each in one line of small letters and without comments. */
    static List<String> statements(String script) {
        String plain = script.replaceAll("(?m)^--.*$", "").replaceAll("\\s+", " ");
        return Arrays.stream(plain.split(";", 0))
                .map(statement -> statement.strip().toLowerCase(Locale.ROOT))
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private void add(String statement) {
        Matcher table = TABLE.matcher(statement);
        Matcher index = INDEX.matcher(statement);
        Matcher unique = UNIQUE_INDEX.matcher(statement);
        Matcher key = ADDED_KEY.matcher(statement);
        if (table.matches()) {
            items(table.group(2)).forEach(item -> addItem(table.group(1), item));
        } else if (index.matches()) {
            indexes.add(index.group(1) + " " + index.group(2) + index.group(3));
        } else if (unique.matches()) {
            uniqueKeys.add(unique.group(1) + unique.group(2));
        } else if (key.matches()) {
            uniqueKeys.add(key.group(1) + key.group(2));
        } else {
            throw new IllegalArgumentException(statement);
        }
    }

    private void addItem(String table, String item) {
        if (item.startsWith("constraint")) {
            uniqueKeys.add(table + item.substring(item.indexOf('(')));
        } else if (item.startsWith("primary key")) {
            primaryKeys.add(table + item.substring(item.indexOf('(')));
        } else {
            String[] column = item.split(" ", 2);
            if (column[1].endsWith(" primary key")) {
                primaryKeys.add(table + "(" + column[0] + ")");
            }
            columns.put(table + "." + column[0], column[1].replaceAll(" check .*| primary key| collate \\w+", ""));
        }
    }

    /** What is between the commas that are in no parentheses. */
    private static List<String> items(String body) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < body.length(); i++) {
            depth += body.charAt(i) == '(' ? 1 : body.charAt(i) == ')' ? -1 : 0;
            if (depth == 0 && body.charAt(i) == ',') {
                items.add(body.substring(start, i).strip());
                start = i + 1;
            }
        }
        items.add(body.substring(start).strip());
        return items;
    }
}
