/**
 * Servlets, the guard and the start-up of the library: as they were before passkeys, but for one line of {@link
 * dev.latchkey.sample.web.Database} that makes the kit's tables.
 */
@NullMarked
package dev.latchkey.sample.web;

import org.jspecify.annotations.NullMarked;
