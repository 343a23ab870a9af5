/** Auth0's own SDKs, unmodified, against the sample. */
@NullMarked
package dev.latchkey.sdk;

import org.jspecify.annotations.NullMarked;
