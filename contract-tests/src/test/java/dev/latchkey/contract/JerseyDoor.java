package dev.latchkey.contract;

import dev.latchkey.Latchkey;
import dev.latchkey.jaxrs.PasskeyFeature;
import jakarta.ws.rs.core.Application;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** An application on Jersey, without the servlet filter. */
final class JerseyDoor implements JaxrsDoor {

    @Override
    public boolean knowsWhoConnects() {
        return false;
    }

    @Override
    public void open(ServletContextHandler context, Latchkey latchkey) {
        mount(context, new ResourceConfig(HostResource.class).register(new PasskeyFeature(latchkey)), "");
    }

    @Override
    public void mount(ServletContextHandler context, Class<? extends Application> application, String path) {
        mount(context, ResourceConfig.forApplicationClass(application), path);
    }

    private static void mount(ServletContextHandler context, ResourceConfig config, String path) {
        context.addServlet(new ServletHolder(new ServletContainer(config)), path + "/*");
    }
}
