package dev.latchkey.contract;

import dev.latchkey.Latchkey;
import dev.latchkey.jaxrs.PasskeyFeature;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;

/** An application on RESTEasy, which a container would find by its class, behind the servlet filter. */
final class ResteasyDoor implements Door {

    @Override
    public boolean parsesHeaders() {
        return true;
    }

    @Override
    public void open(ServletContextHandler application, Latchkey latchkey) {
        FilterHolder filter = Door.filter(application, latchkey);
        filter.setInitParameter("application-path", "/");
        ServletHolder servlet = new ServletHolder(new HttpServlet30Dispatcher());
        servlet.setInitParameter("jakarta.ws.rs.Application", Api.class.getName());
        application.addServlet(servlet, "/*");
    }

    /** What a host writes. */
    public static final class Api extends jakarta.ws.rs.core.Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(PasskeyFeature.class, HostResource.class);
        }
    }
}
