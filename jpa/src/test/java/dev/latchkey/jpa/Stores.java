package dev.latchkey.jpa;

import dev.latchkey.storage.Storage;
import dev.latchkey.storage.UnitOfWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Function;

/** Stores whose every call is a transaction of its own. */
final class Stores {
    private Stores() {}

    static <S> S of(Storage storage, Class<S> type, Function<UnitOfWork, S> store) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> storage.inTransaction(unit -> {
                    try {
                        return method.invoke(store.apply(unit), arguments);
                    } catch (InvocationTargetException e) {
                        throw (RuntimeException) e.getCause();
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })));
    }
}
