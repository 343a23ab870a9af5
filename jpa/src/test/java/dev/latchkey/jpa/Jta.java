package dev.latchkey.jpa;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import dev.latchkey.jpa.internal.BoundaryFinder;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.util.Map;
import java.util.Optional;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.xa.PGXADataSource;

/** Narayana, a transaction manager that needs no container; it keeps its log in memory, as nothing has to outlive the test. */
final class Jta {
    private static final String[] STORES = {"default", "communicationStore", "stateStore"};

    static {
        for (String store : STORES) {
            BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store)
                    .setObjectStoreType(VolatileStore.class.getName());
        }
        arjPropertyManager.getCoordinatorEnvironmentBean().setTransactionStatusManagerEnable(false);
    }

    private Jta() {}

    /** Whether the suite runs so; system property {@code transactions} says it. */
    static boolean isCurrent() {
        return "jta".equals(System.getProperty("transactions"));
    }

    static UserTransaction userTransaction() {
        return com.arjuna.ats.jta.UserTransaction.userTransaction();
    }

    static TransactionManager manager() {
        return com.arjuna.ats.jta.TransactionManager.transactionManager();
    }

    static BoundaryFinder boundaries() {
        return new BoundaryFinder(Optional.of("narayana"), Optional.empty(), name -> Optional.of(userTransaction()));
    }

    static void run(Runnable work) {
        try {
            userTransaction().begin();
            work.run();
            userTransaction().commit();
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A source as containers have them: its connections take part in the transaction of the thread. */
    static DataSource dataSource(ConnectionPoolDataSource database) {
        if (database instanceof PGConnectionPoolDataSource postgres) {
            PGXADataSource source = new PGXADataSource();
            source.setUrl(postgres.getUrl());
            source.setUser("postgres");
            return EnlistingDataSource.of(source, manager());
        }
        return EnlistingDataSource.of((XADataSource) database, manager());
    }

    static Map<String, Object> properties(DataSource source) {
        return Map.of(
                "jakarta.persistence.transactionType",
                "JTA",
                "jakarta.persistence.jtaDataSource",
                source,
                "hibernate.transaction.jta.platform",
                "JBossTS",
                "eclipselink.target-server",
                NarayanaPlatform.class.getName());
    }
}
