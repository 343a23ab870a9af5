/** The crew's pages of a ferry company: a table, Tomcat's realm over it, and security constraints. */
@NullMarked
package dev.latchkey.sample.crew;

import org.jspecify.annotations.NullMarked;
