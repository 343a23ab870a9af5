package dev.latchkey.jpa.internal;

import dev.latchkey.config.AccountSettings;
import dev.latchkey.jpa.entity.MappedAccount;
import jakarta.persistence.metamodel.Metamodel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Chooses the directory that the settings ask for. */
final class Directories {
    private Directories() {}

    /** The directory, to be opened once there are no faults. */
    static Supplier<AccountDirectory> choose(
            AccountSettings settings,
            Metamodel metamodel,
            Mappings mappings,
            Transactions transactions,
            List<String> faults) {
        if (settings.entity().isEmpty()) {
            Mapped<MappedAccount> account = new MappingFinder(metamodel, faults).find(MappedAccount.class);
            return () -> new OwnDirectory(account, mappings.passkey());
        }
        Optional<HostEntity> checked =
                HostEntityCheck.check(settings, settings.entity().get(), metamodel, faults);
        return () -> open(checked.orElseThrow(), mappings, transactions);
    }

    private static AccountDirectory open(HostEntity host, Mappings mappings, Transactions transactions) {
        HostRows rows = new HostRows(host);
        return new HostDirectory(
                host, rows, mappings.passkey(), HostJoin.find(host, rows, mappings.passkey(), transactions));
    }
}
