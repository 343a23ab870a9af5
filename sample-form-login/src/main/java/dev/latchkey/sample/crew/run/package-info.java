/** Runs the WAR in an embedded Tomcat. No part of the WAR. */
@NullMarked
package dev.latchkey.sample.crew.run;

import org.jspecify.annotations.NullMarked;
