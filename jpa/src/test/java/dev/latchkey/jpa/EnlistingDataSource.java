package dev.latchkey.jpa;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import javax.sql.XAConnection;
import javax.sql.XADataSource;

/** One connection for each transaction, which ends with it; outside of transactions, connections like any. */
final class EnlistingDataSource {
    private final XADataSource source;
    private final TransactionManager manager;
    private final Map<Transaction, Connection> enlisted = new ConcurrentHashMap<>();

    private EnlistingDataSource(XADataSource source, TransactionManager manager) {
        this.source = source;
        this.manager = manager;
    }

    static DataSource of(XADataSource source, TransactionManager manager) {
        EnlistingDataSource connections = new EnlistingDataSource(source, manager);
        return (DataSource) Proxy.newProxyInstance(
                EnlistingDataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> method.getName().equals("getConnection")
                        ? connections.next()
                        : method.invoke(source, arguments));
    }

    private Connection next() throws SQLException, SystemException, RollbackException {
        Transaction transaction = manager.getTransaction();
        if (transaction == null || transaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
            XAConnection connection = source.getXAConnection();
            return closing(connection.getConnection(), connection::close);
        }
        Connection known = enlisted.get(transaction);
        return known == null ? enlist(transaction) : known;
    }

    private Connection enlist(Transaction transaction) throws SQLException, SystemException, RollbackException {
        XAConnection connection = source.getXAConnection();
        transaction.registerSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                enlisted.remove(transaction);
                try {
                    connection.close();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        transaction.enlistResource(connection.getXAResource());
        Connection shared = closing(connection.getConnection(), () -> {});
        enlisted.put(transaction, shared);
        return shared;
    }

    private interface Close {
        void run() throws SQLException;
    }

    private static Connection closing(Connection connection, Close close) {
        return (Connection) Proxy.newProxyInstance(
                EnlistingDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        close.run();
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
