/** Books and who has them, by plain JDBC: as it was before passkeys. */
@NullMarked
package dev.latchkey.sample.loans;

import org.jspecify.annotations.NullMarked;
