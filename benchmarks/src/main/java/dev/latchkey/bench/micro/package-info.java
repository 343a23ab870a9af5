/** What single steps cost, by JMH, beside the bare signature check and beside other libraries. */
@NullMarked
package dev.latchkey.bench.micro;

import org.jspecify.annotations.NullMarked;
