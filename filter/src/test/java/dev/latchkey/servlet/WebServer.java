package dev.latchkey.servlet;

import java.net.URI;

/** A server on loopback with one application and a realm: bob and ada@example.com are members, zoë is a guest; the password is the name. */
interface WebServer {
    URI application();

    /** Stops the application and starts it again. */
    void restartApplication() throws Exception;

    void stop() throws Exception;
}
