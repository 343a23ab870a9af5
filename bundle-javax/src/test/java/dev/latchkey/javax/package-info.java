/** The one jar in a container of Java EE 8. */
@org.jspecify.annotations.NullMarked
package dev.latchkey.javax;
