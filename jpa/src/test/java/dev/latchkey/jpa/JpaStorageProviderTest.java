package dev.latchkey.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.config.AccountSettings;
import dev.latchkey.config.ConfigurationException;
import dev.latchkey.config.StorageSettings;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageProvider;
import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import javax.naming.Context;
import javax.naming.spi.InitialContextFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JpaStorageProviderTest {
    private final StorageProvider provider =
            ServiceLoader.load(StorageProvider.class).findFirst().orElseThrow();

    @Test
    void unitIsOpenedOnTheDataSourceThatTheHostNames() {
        StorageSettings settings = settings("kit", Optional.empty(), Optional.of("legacy-db"));

        try (Storage storage =
                provider.open(settings, AccountSettings.OWN, objects("legacy-db", new H2Server().newDatabase()))) {
            assertThat(storage.<Object>inTransaction(unit -> unit.accounts().create(Fixtures.account("a@example.com"))))
                    .isNotNull();
        }
    }

    @Test
    void dataSourceIsLookedUpInJndi() {
        StorageSettings settings = settings("kit", Optional.empty(), Optional.of("java:comp/env/jdbc/legacy"));
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, JndiOfTests.class.getName());
        try (Storage storage = provider.open(settings, AccountSettings.OWN, name -> Optional.empty())) {
            assertThat(storage.purgeExpired(Fixtures.NOW, 1)).isZero();
        } finally {
            System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
        }
    }

    /** Knows one data source, as a container's naming does. */
    public static final class JndiOfTests implements InitialContextFactory {
        @Override
        public Context getInitialContext(@Nullable Hashtable<?, ?> environment) {
            return (Context) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Context.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("lookup") && arguments[0].equals("java:comp/env/jdbc/legacy")
                                    ? new H2Server().newDatabase()
                                    : null);
        }
    }

    @Test
    void factoryOfTheHostStaysOpenWhenTheStorageCloses() {
        try (TestDatabase database = new TestDatabase("kit")) {
            Storage storage = provider.open(
                    settings("unused", Optional.of("emf"), Optional.empty()),
                    AccountSettings.OWN,
                    objects("emf", database.factory));

            storage.close();

            assertThat(database.factory.isOpen()).isTrue();
        }
    }

    @Test
    void namesWithoutTheRightObjectBehindThemAreToldAtOnce() {
        StorageSettings settings = settings("kit", Optional.of("emf"), Optional.of("java:comp/env/jdbc/none"));

        assertThat(faults(settings, objects("emf", "a string")))
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault)
                                .startsWith("latchkey.storage.data-source = java:comp/env/jdbc/none: ")
                                .contains("<resource-ref>"),
                        fault -> assertThat(fault)
                                .startsWith(
                                        "latchkey.storage.entity-manager-factory = emf: is a java.lang.String; name a ")
                                .contains("EntityManagerFactory"));
    }

    @Test
    void dataSourceThatNobodyRegisteredIsTold() {
        StorageSettings settings = settings("kit", Optional.empty(), Optional.of("db"));

        assertThat(faults(settings, name -> Optional.empty())).singleElement().satisfies(fault -> assertThat(fault)
                .startsWith("latchkey.storage.data-source = db: ")
                .contains("register"));
    }

    @Test
    void unknownUnitIsTold() {
        assertThat(faults(settings("nowhere", Optional.empty(), Optional.empty()), name -> Optional.empty()))
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault).startsWith("latchkey.storage.persistence-unit = nowhere: cannot be opened"));
    }

    @Test
    void unitWithoutTheKitsEntitiesIsToldWithTheLineToAdd() {
        StorageSettings settings = settings("empty", Optional.empty(), Optional.of("db"));

        assertThat(faults(settings, objects("db", new H2Server().newDatabase())))
                .hasSize(6)
                .allSatisfy(
                        fault -> assertThat(fault).contains("<mapping-file>META-INF/latchkey-orm.xml</mapping-file>"));
    }

    private List<String> faults(StorageSettings settings, Function<String, Optional<Object>> hostObjects) {
        return catchThrowableOfType(
                        ConfigurationException.class, () -> provider.open(settings, AccountSettings.OWN, hostObjects))
                .faults();
    }

    private static Function<String, Optional<Object>> objects(String name, Object object) {
        return asked -> asked.equals(name) ? Optional.of(object) : Optional.empty();
    }

    private static StorageSettings settings(String unit, Optional<String> factory, Optional<String> dataSource) {
        return new StorageSettings(
                unit,
                factory,
                dataSource,
                Optional.empty(),
                Map.of(
                        "jakarta.persistence.provider", Provider.current().className(),
                        "hibernate.hbm2ddl.auto", "create",
                        "eclipselink.ddl-generation", "create-tables",
                        "eclipselink.logging.level", "SEVERE"));
    }
}
