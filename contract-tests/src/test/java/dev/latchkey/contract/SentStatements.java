package dev.latchkey.contract;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Every statement that was sent to the database since it was last asked; one test at a time. */
public final class SentStatements implements StatementInspector {
    private static final long serialVersionUID = 1L;
    private static final Queue<String> STATEMENTS = new ConcurrentLinkedQueue<>();

    @Override
    public String inspect(String sql) {
        STATEMENTS.add(sql);
        return sql;
    }

    static List<String> take() {
        List<String> taken = List.copyOf(STATEMENTS);
        STATEMENTS.clear();
        return taken;
    }
}
