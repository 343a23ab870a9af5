/** Documents that are made from configuration. */
@NullMarked
package dev.latchkey.wellknown;

import org.jspecify.annotations.NullMarked;
