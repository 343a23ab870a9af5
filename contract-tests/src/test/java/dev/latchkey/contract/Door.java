package dev.latchkey.contract;

import dev.latchkey.Latchkey;
import dev.latchkey.servlet.PasskeyFilter;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/** A way into the kit. The build runs the whole suite through each: the system property {@code door} says which it is. */
interface Door {

    /** The one of this run; without the property, the servlet filter. */
    static Door ofThisRun() {
        String name = System.getProperty("door", "Filter");
        try {
            return Class.forName(Door.class.getPackageName() + "." + name + "Door")
                    .asSubclass(Door.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("there is no door " + name, e);
        }
    }

    /** Puts the kit into an application of the host's that answers everything else itself. */
    void open(ServletContextHandler application, Latchkey latchkey);

    /** Whether what stands behind it refuses a malformed header or path by itself, with 400. */
    default boolean parsesHeaders() {
        return false;
    }

    /** Whether what stands behind it takes a raw bar in a path, and does not answer it with 500. */
    default boolean takesRawBar() {
        return true;
    }

    /** Whether it is told the address at the other end of a connection, and has a session to log in to. */
    default boolean knowsWhoConnects() {
        return true;
    }

    /** Puts the servlet filter before everything else. */
    static FilterHolder filter(ServletContextHandler application, Latchkey latchkey) {
        FilterHolder filter = new FilterHolder(new PasskeyFilter(latchkey));
        application.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
        return filter;
    }
}
