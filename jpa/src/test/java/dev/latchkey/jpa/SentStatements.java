package dev.latchkey.jpa;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Every statement that is sent to the database through a data source, whoever sends it. */
public final class SentStatements {
    private final List<String> statements = new CopyOnWriteArrayList<>();

    /** The statements since the last call. */
    public List<String> take() {
        List<String> taken = new ArrayList<>(statements);
        statements.clear();
        return taken;
    }

    /** The same data source, listened to. */
    DataSource of(DataSource dataSource) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(dataSource, method, arguments);
            return result instanceof Connection connection ? of(connection) : result;
        });
    }

    private Connection of(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            if (result instanceof PreparedStatement prepared) {
                return proxy(PreparedStatement.class, recording(prepared, (String) arguments[0]));
            }
            return result instanceof Statement statement ? proxy(Statement.class, recording(statement, null)) : result;
        });
    }

    private InvocationHandler recording(Statement statement, @Nullable String prepared) {
        return (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                statements.add(arguments == null && prepared != null ? prepared : (String) arguments[0]);
            }
            return call(statement, method, arguments);
        };
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
