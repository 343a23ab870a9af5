/** Tests of the servlet door, in embedded Jetty. */
@NullMarked
package dev.latchkey.servlet;

import org.jspecify.annotations.NullMarked;
