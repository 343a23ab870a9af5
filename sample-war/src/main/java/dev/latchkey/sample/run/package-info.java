/** Runs the WAR in an embedded Jetty for trying it out; no part of the WAR. */
@NullMarked
package dev.latchkey.sample.run;

import org.jspecify.annotations.NullMarked;
