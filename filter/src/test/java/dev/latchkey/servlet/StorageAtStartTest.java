package dev.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.Latchkey;
import dev.latchkey.config.AccountSettings;
import dev.latchkey.config.StorageSettings;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageProvider;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the filter of a {@code web.xml} comes by its storage, and when it closes it. */
class StorageAtStartTest {
    private final StartingHost host;

    StorageAtStartTest(@TempDir Path root) {
        host = new StartingHost(root);
    }

    @BeforeEach
    void configure() throws IOException {
        host.write("WEB-INF/latchkey.conf", StartingHost.CONFIG);
    }

    @Test
    void filterThatIsStartedAgainOpensAnew() throws Exception {
        PasskeyFilter same = new PasskeyFilter();
        same.init(host.filterConfig());
        same.destroy();
        assertThat(host.storage().isClosed()).isTrue();

        same.init(host.filterConfig());

        assertThat(host.application().getServletContext().getAttribute(Latchkey.class.getName()))
                .isInstanceOf(Latchkey.class);
        same.destroy();
    }

    @Test
    void whatTheFilterOpenedItCloses() throws Exception {
        try (WebApp app = host.start()) {
            assertThat(app.get("/")).isNotNull();
            assertThat(host.storage().isClosed()).isFalse();
        }
        assertThat(host.storage().isClosed()).isTrue();
    }

    @Test
    void kitOfTheServletContextIsTakenAndNotClosed() throws Exception {
        host.application().setAttribute(Latchkey.class.getName(), Kit.over(host.storage()));

        assertThat(host.challengeStatus()).isEqualTo(200);
        assertThat(host.storage().isClosed()).isFalse();
    }

    @Test
    void storageFindsTheObjectsOfTheServletContext() throws Exception {
        AtomicReference<Optional<Object>> found = new AtomicReference<>(Optional.empty());
        host.application().setAttribute("pool", "the pool");
        host.application()
                .setAttribute(StorageProvider.class.getName(), (StorageProvider) (settings, accounts, hostObjects) -> {
                    found.set(hostObjects.apply("pool"));
                    return host.storage();
                });
        host.start().close();

        assertThat(found.get()).contains("the pool");
    }

    @Test
    void missingStorageFailsTheStartAndSaysWhatToAdd() throws IOException {
        host.application().removeAttribute(StorageProvider.class.getName());
        host.application().setClassLoader(withoutServices());

        assertThatThrownBy(host::start).hasMessageContaining("add dev.latchkey:latchkey-jpa");
    }

    @Test
    void storageOfTheApplicationComesBeforeTheKits() throws Exception {
        offer(OtherProvider.class.getName());

        assertThat(host.challengeStatus()).isEqualTo(200);
    }

    @Test
    void twoStoragesOfTheApplicationFailTheStart() throws IOException {
        offer(OtherProvider.class.getName(), ThirdProvider.class.getName());

        assertThatThrownBy(host::start)
                .hasMessageContaining(OtherProvider.class.getName() + ", " + ThirdProvider.class.getName());
    }

    @Test
    void storageThatLacksPersistenceSaysWhatToAdd() throws IOException {
        offer(LackingProvider.class.getName());

        assertThatThrownBy(host::start)
                .hasMessageContaining("jakarta/persistence/EntityManagerFactory")
                .hasMessageContaining("add a provider such as Hibernate");
    }

    @Test
    void storageIsClosedWhenTheStartFailsAfterItWasOpened() throws IOException {
        host.application().setAttribute(CallerResolver.class.getName(), "no resolver");

        assertThatThrownBy(() -> new PasskeyFilter().init(host.filterConfig()))
                .hasMessageContaining(CallerResolver.class.getName());
        assertThat(host.storage().isClosed()).isTrue();
    }

    private void offer(String... providers) throws IOException {
        host.write("classes/META-INF/services/" + StorageProvider.class.getName(), String.join("\n", providers));
        host.application().removeAttribute(StorageProvider.class.getName());
        host.application().setClassLoader(host.classPath("classes"));
    }

    private ClassLoader withoutServices() {
        return new ClassLoader(getClass().getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.startsWith("META-INF/services/dev.latchkey")
                        ? Collections.emptyEnumeration()
                        : super.getResources(name);
            }
        };
    }

    /** A storage of somebody else. */
    public static final class OtherProvider implements StorageProvider {
        @Override
        public Storage open(
                StorageSettings settings, AccountSettings accounts, Function<String, Optional<Object>> hostObjects) {
            return new UnreachableStorage();
        }
    }

    /** And of yet another. */
    public static final class ThirdProvider implements StorageProvider {
        @Override
        public Storage open(
                StorageSettings settings, AccountSettings accounts, Function<String, Optional<Object>> hostObjects) {
            return new UnreachableStorage();
        }
    }

    /** One whose class path is not whole. */
    public static final class LackingProvider implements StorageProvider {
        @Override
        public Storage open(
                StorageSettings settings, AccountSettings accounts, Function<String, Optional<Object>> hostObjects) {
            throw new NoClassDefFoundError("jakarta/persistence/EntityManagerFactory");
        }
    }
}
