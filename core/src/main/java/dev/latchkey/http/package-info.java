/** The HTTP contract without a container: an exchange in, a reply out; one handler an endpoint. */
@NullMarked
package dev.latchkey.http;

import org.jspecify.annotations.NullMarked;
