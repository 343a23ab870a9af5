package dev.latchkey.contract;

import dev.latchkey.Latchkey;
import dev.latchkey.jaxrs.PasskeyFeature;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/** An application on CXF, without the servlet filter. */
final class CxfDoor implements JaxrsDoor {

    @Override
    public boolean parsesHeaders() {
        return false;
    }

    @Override
    public boolean takesRawBar() {
        return false;
    }

    @Override
    public boolean knowsWhoConnects() {
        return false;
    }

    @Override
    public void open(ServletContextHandler context, Latchkey latchkey) {
        Set<Object> singletons = Set.of(new PasskeyFeature(latchkey), new HostResource());
        context.addServlet(new ServletHolder(new CXFNonSpringJaxrsServlet(singletons)), "/*");
    }

    @Override
    public void mount(ServletContextHandler context, Class<? extends Application> application, String path) {
        ServletHolder servlet = new ServletHolder(new CXFNonSpringJaxrsServlet());
        servlet.setInitParameter("jakarta.ws.rs.Application", application.getName());
        context.addServlet(servlet, path + "/*");
    }
}
