/** Auth sessions: pending ceremonies that the client carries, sealed. */
@NullMarked
package dev.latchkey.session;

import org.jspecify.annotations.NullMarked;
