package dev.latchkey.sample.loans;

import java.time.LocalDate;

/**
 * A book that somebody has at home.
 *
 * @param due the last day
 * @param renewals how often the member has asked for more time
 */
public record Loan(Book book, LocalDate due, int renewals) {

    static final int MAX_RENEWALS = 2;

    public boolean isRenewable() {
        return renewals < MAX_RENEWALS;
    }
}
