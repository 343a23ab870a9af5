package dev.latchkey.token;

import dev.latchkey.account.AccountRef;
import java.util.Optional;

/** The {@code sub} claim: realm and account id with a bar between, unique in an issuer however many realms it has. */
public final class Subject {
    private static final char BAR = '|';

    private Subject() {}

    /** The claim's value. */
    public static String of(AccountRef ref) {
        return ref.realm() + BAR + ref.id();
    }

    /** The account that a claim names, or empty if it is not of this form. Realm names hold no bar. */
    public static Optional<AccountRef> parse(String subject) {
        int bar = subject.indexOf(BAR);
        return bar < 1
                ? Optional.empty()
                : Optional.of(new AccountRef(subject.substring(0, bar), subject.substring(bar + 1)));
    }
}
