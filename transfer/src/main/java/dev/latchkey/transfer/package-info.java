/** Passkeys from other software in, and out again: sources, an importer, an exporter, and a command line over them. */
@NullMarked
package dev.latchkey.transfer;

import org.jspecify.annotations.NullMarked;
