package dev.latchkey.jpa;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Every statement that is prepared on a data source's connections, whichever persistence provider asks for it. */
final class PreparedStatements {
    private final List<String> statements = new CopyOnWriteArrayList<>();

    DataSource on(DataSource dataSource) {
        return proxy(DataSource.class, dataSource);
    }

    /** The statements since the last call. */
    List<String> take() {
        List<String> taken = new ArrayList<>(statements);
        statements.clear();
        return taken;
    }

    /** Connections that may read alone, where the database knows such: H2 does not. */
    static DataSource readOnly(DataSource dataSource) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = call(dataSource, method, arguments);
                    if (result instanceof Connection connection) {
                        connection.setReadOnly(true);
                    }
                    return result;
                });
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("prepare") && arguments[0] instanceof String sql) {
                        statements.add(sql);
                    }
                    Object result = call(target, method, arguments);
                    return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
                }));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
