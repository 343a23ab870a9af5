/** What several nodes, a database and their clients suffer from each other, and what has to hold nevertheless. */
@NullMarked
package dev.latchkey.faults;

import org.jspecify.annotations.NullMarked;
