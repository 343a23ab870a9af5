package dev.latchkey.ceremony;

import dev.latchkey.account.Account;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.event.Refusal;
import dev.latchkey.storage.UnitOfWork;
import java.util.Optional;

/** Which organizations an account's tokens may name: those that its realm lists, and that the accounts call it a member of. Thread-safe. */
final class Memberships {
    private final LatchkeyConfig config;

    Memberships(LatchkeyConfig config) {
        this.config = config;
    }

    /** @throws CeremonyException if there is an organization, and the account is no member of it */
    void require(Account account, Optional<String> organization, UnitOfWork work) {
        if (organization.isPresent() && !isMember(account, organization.get(), work)) {
            throw new CeremonyException(Refusal.ORGANIZATION, "the account is no member of the organization");
        }
    }

    private boolean isMember(Account account, String organization, UnitOfWork work) {
        boolean listed = config.realm(account.ref().realm())
                .filter(realm -> realm.organizations().contains(organization))
                .isPresent();
        return listed && work.accounts().isMember(account, organization);
    }
}
