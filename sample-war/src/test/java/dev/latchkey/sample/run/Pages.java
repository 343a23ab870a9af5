package dev.latchkey.sample.run;

import java.nio.file.Path;
import org.eclipse.jetty.ee10.servlet.ResourceServlet;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/** Puts pages of a test into a running sample, behind the sample's own filters. */
public final class Pages {
    private Pages() {}

    /** @param path such as {@code /test}: what is in the directory stands beneath it */
    public static void add(SampleServer server, String path, Path directory) {
        ServletHolder pages = new ServletHolder(ResourceServlet.class);
        pages.setInitParameter("baseResource", directory.toUri().toString());
        pages.setInitParameter("pathInfoOnly", "true");
        server.application().getServletHandler().addServletWithMapping(pages, path + "/*");
    }
}
