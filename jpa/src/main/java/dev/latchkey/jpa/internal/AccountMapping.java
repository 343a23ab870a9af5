package dev.latchkey.jpa.internal;

import dev.latchkey.config.AccountSettings;
import dev.latchkey.jpa.entity.MappedAccount;
import dev.latchkey.storage.AccountStore;
import jakarta.persistence.metamodel.Metamodel;
import java.util.List;
import java.util.Optional;

/**
 * What stands for accounts: one of the three, unless it has faults.
 *
 * @param own the kit's entity
 * @param host the host's entity
 * @param given a store of the host's, which needs no entity
 */
record AccountMapping(Optional<Mapped<MappedAccount>> own, Optional<HostEntity> host, Optional<AccountStore> given) {

    static AccountMapping of(AccountStore store) {
        return new AccountMapping(Optional.empty(), Optional.empty(), Optional.of(store));
    }

    /** What the settings ask for; where they do not fit there are faults. */
    static AccountMapping of(AccountSettings settings, Metamodel metamodel, List<String> faults) {
        if (settings.entity().isPresent()) {
            Optional<HostEntity> host =
                    HostEntityCheck.check(settings, settings.entity().get(), metamodel, faults);
            return new AccountMapping(Optional.empty(), host, Optional.empty());
        }
        Mapped<MappedAccount> own = new MappingFinder(metamodel, faults).find(MappedAccount.class);
        return new AccountMapping(Optional.of(own), Optional.empty(), Optional.empty());
    }

    /** The directory over it. */
    AccountDirectory open(Mappings mappings, Transactions transactions) {
        if (given.isPresent()) {
            return new GivenDirectory(given.get(), mappings.passkey());
        }
        if (own.isPresent()) {
            return new OwnDirectory(own.get(), mappings.passkey());
        }
        HostEntity entity = host.orElseThrow();
        HostRows rows = new HostRows(entity);
        return new HostDirectory(
                entity, rows, mappings.passkey(), new HostJoin(entity, rows, mappings.passkey(), transactions));
    }
}
