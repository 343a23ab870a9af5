package dev.latchkey.contract;

import dev.latchkey.Latchkey;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/** The servlet filter, in front of a servlet. */
final class FilterDoor implements Door {

    @Override
    public void open(ServletContextHandler application, Latchkey latchkey) {
        Door.filter(application, latchkey);
        application.addServlet(Application.class, "/");
    }
}
