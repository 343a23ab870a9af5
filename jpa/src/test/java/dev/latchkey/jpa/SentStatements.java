package dev.latchkey.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Every statement that Hibernate sends to the database. */
public final class SentStatements implements StatementInspector {
    private static final long serialVersionUID = 1L;

    private final List<String> statements = new CopyOnWriteArrayList<>();

    @Override
    public String inspect(String sql) {
        statements.add(sql);
        return sql;
    }

    /** The statements since the last call. */
    public List<String> take() {
        List<String> taken = new ArrayList<>(statements);
        statements.clear();
        return taken;
    }
}
