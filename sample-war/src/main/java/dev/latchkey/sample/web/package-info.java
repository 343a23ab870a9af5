/** Servlets, the guard and the start-up of the library: as they were before passkeys. */
@NullMarked
package dev.latchkey.sample.web;

import org.jspecify.annotations.NullMarked;
