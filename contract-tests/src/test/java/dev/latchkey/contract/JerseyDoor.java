package dev.latchkey.contract;

import dev.latchkey.Latchkey;
import dev.latchkey.jaxrs.PasskeyFeature;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** An application on Jersey, without the servlet filter. */
final class JerseyDoor implements Door {

    @Override
    public boolean parsesHeaders() {
        return true;
    }

    @Override
    public void open(ServletContextHandler application, Latchkey latchkey) {
        ResourceConfig config = new ResourceConfig(HostResource.class).register(new PasskeyFeature(latchkey));
        application.addServlet(new ServletHolder(new ServletContainer(config)), "/*");
    }
}
