package dev.latchkey.jpa.internal;

import dev.latchkey.config.AccountSettings;
import dev.latchkey.jpa.entity.MappedAccount;
import jakarta.persistence.metamodel.Metamodel;
import java.util.List;
import java.util.Optional;

/**
 * The entity that stands for accounts: one of the two, unless it has faults.
 *
 * @param own the kit's
 * @param host the host's
 */
record AccountMapping(Optional<Mapped<MappedAccount>> own, Optional<HostEntity> host) {

    /** What the settings ask for; where they do not fit there are faults. */
    static AccountMapping of(AccountSettings settings, Metamodel metamodel, List<String> faults) {
        return settings.entity()
                .map(name ->
                        new AccountMapping(Optional.empty(), HostEntityCheck.check(settings, name, metamodel, faults)))
                .orElseGet(() -> new AccountMapping(
                        Optional.of(new MappingFinder(metamodel, faults).find(MappedAccount.class)), Optional.empty()));
    }

    /** The directory over it. */
    AccountDirectory open(Mappings mappings, Transactions transactions) {
        if (own.isPresent()) {
            return new OwnDirectory(own.get(), mappings.passkey());
        }
        HostEntity entity = host.orElseThrow();
        HostRows rows = new HostRows(entity);
        return new HostDirectory(
                entity, rows, mappings.passkey(), HostJoin.find(entity, rows, mappings.passkey(), transactions));
    }
}
