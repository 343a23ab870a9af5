/** Who a person is: accounts, their identifiers and profiles. Values only. */
@NullMarked
package dev.latchkey.account;

import org.jspecify.annotations.NullMarked;
