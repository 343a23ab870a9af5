package dev.latchkey.jpa.internal;

import java.util.List;
import java.util.Map;

/** Deletes rows past their expiry in portable batches: the ids of some are read, then those are deleted. */
record Purge(Statements statements, long nowMicros, int atMost) {
    /** No database limits a list of parameters to fewer. */
    private static final int BATCH = 500;

    /** Returns how many rows went, at most so many as were asked for. */
    int delete(Mapped<?> entity, String idAttribute) {
        String select = "select e." + idAttribute + " from " + entity.name()
                + " e where e.expiresAtMicros <= :now order by e.expiresAtMicros, e." + idAttribute;
        String delete = "delete from " + entity.name() + " e where e." + idAttribute + " in :ids";
        int deleted = 0;
        for (int left = atMost; left > 0; ) {
            int size = Math.min(left, BATCH);
            List<String> ids = statements.list(String.class, select, Map.of("now", nowMicros), size);
            if (ids.isEmpty()) {
                break;
            }
            deleted += statements.execute(delete, Map.of("ids", ids));
            left = ids.size() < size ? 0 : left - size;
        }
        return deleted;
    }
}
