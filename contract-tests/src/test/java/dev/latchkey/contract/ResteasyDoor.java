package dev.latchkey.contract;

import dev.latchkey.Latchkey;
import dev.latchkey.jaxrs.PasskeyFeature;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;

/** An application on RESTEasy, behind the servlet filter. */
final class ResteasyDoor implements JaxrsDoor {

    @Override
    public void open(ServletContextHandler context, Latchkey latchkey) {
        Door.filter(context, latchkey).setInitParameter("application-path", "/");
        mount(context, Api.class, "");
    }

    @Override
    public void mount(ServletContextHandler context, Class<? extends Application> application, String path) {
        ServletHolder servlet = new ServletHolder(new HttpServlet30Dispatcher());
        servlet.setInitParameter("jakarta.ws.rs.Application", application.getName());
        servlet.setInitParameter("resteasy.servlet.mapping.prefix", path);
        context.addServlet(servlet, path + "/*");
    }

    /** What a host writes. */
    public static final class Api extends Application {

        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(PasskeyFeature.class, HostResource.class);
        }
    }
}
