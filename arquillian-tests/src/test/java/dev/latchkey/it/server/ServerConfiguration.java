package dev.latchkey.it.server;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** Nothing: the system properties of the run say all. */
public final class ServerConfiguration implements ContainerConfiguration {

    @Override
    public void validate() {}
}
