/** What happens to accounts and passkeys, for those who keep watch: the events, who listens to them, the log and the flight recorder. */
@NullMarked
package dev.latchkey.event;

import org.jspecify.annotations.NullMarked;
