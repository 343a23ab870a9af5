package dev.latchkey.transfer;

import dev.latchkey.config.Domain;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.passkey.BackupState;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an import may assume.
 *
 * @param realms those that a row may name
 * @param realm of rows that name none
 * @param rpIds those that a row may name
 * @param rpId of rows that name none
 * @param assumedBackup of rows that do not tell; without it they are refused, as a sign-in whose backup eligibility differs from the
 *     stored one is refused (W3C WebAuthn Level 3 §7.2)
 * @param dryRun whether to store nothing
 */
public record ImportSettings(
        Set<String> realms,
        String realm,
        Set<String> rpIds,
        Optional<String> rpId,
        Optional<BackupState> assumedBackup,
        boolean dryRun) {

    public ImportSettings {
        realms = Set.copyOf(realms);
        rpIds = Set.copyOf(rpIds);
    }

    /** The application's realms and rp ids; the default realm, and the rp id if there is only one. */
    public static ImportSettings of(LatchkeyConfig config) {
        Set<String> rpIds = new TreeSet<>();
        config.domains().stream().map(Domain::rpId).forEach(rpIds::add);
        return new ImportSettings(
                config.realms().keySet(),
                config.defaultRealm().name(),
                rpIds,
                rpIds.stream().findFirst().filter(only -> rpIds.size() == 1),
                Optional.empty(),
                false);
    }

    /** The same, with another realm for rows that name none. */
    public ImportSettings withRealm(String other) {
        return new ImportSettings(realms, other, rpIds, rpId, assumedBackup, dryRun);
    }

    /** The same, with another rp id for rows that name none. */
    public ImportSettings withRpId(String other) {
        return new ImportSettings(realms, realm, rpIds, Optional.of(other), assumedBackup, dryRun);
    }

    /** The same, with what to take for rows that do not tell whether they can be backed up. */
    public ImportSettings withAssumedBackup(BackupState state) {
        return new ImportSettings(realms, realm, rpIds, rpId, Optional.of(state), dryRun);
    }

    /** The same, but nothing is stored. */
    public ImportSettings asDryRun() {
        return new ImportSettings(realms, realm, rpIds, rpId, assumedBackup, true);
    }
}
