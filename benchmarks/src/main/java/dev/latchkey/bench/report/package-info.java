/** Tables and charts of what was measured. */
@NullMarked
package dev.latchkey.bench.report;

import org.jspecify.annotations.NullMarked;
