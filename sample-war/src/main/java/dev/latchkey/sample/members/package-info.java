/** The library's members and their passwords, by plain JDBC: as it was before passkeys. */
@NullMarked
package dev.latchkey.sample.members;

import org.jspecify.annotations.NullMarked;
