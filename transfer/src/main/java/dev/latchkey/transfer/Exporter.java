package dev.latchkey.transfer;

import dev.latchkey.passkey.Passkey;
import dev.latchkey.storage.Storage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Copies the passkeys of a realm, in the form that an import reads. They are read in pages, each in a transaction of its own; a passkey that
 * is added or removed meanwhile may be in the copy or not. Owners are named by the ids of their accounts. Thread-safe.
 */
public final class Exporter {
    private static final int PAGE = 500;

    private final Storage storage;

    /** An exporter of a storage, which stays the caller's to close. */
    public Exporter(Storage storage) {
        this.storage = storage;
    }

    /**
     * Writes one line for each passkey.
     *
     * @param utf8 stays the caller's to flush and to close
     * @return the number of passkeys
     * @throws SourceException if it cannot be written
     * @throws dev.latchkey.storage.StorageUnavailableException if the database cannot be reached
     */
    public long run(String realm, OutputStream utf8) {
        long count = 0;
        Optional<String> after = Optional.empty();
        List<Passkey> page;
        do {
            page = page(realm, after);
            write(page, utf8);
            count += page.size();
            after = page.stream().reduce((earlier, later) -> later).map(Passkey::id);
        } while (page.size() == PAGE);
        return count;
    }

    private List<Passkey> page(String realm, Optional<String> after) {
        return storage.inTransaction(work -> work.passkeys().page(realm, after, PAGE));
    }

    private static void write(List<Passkey> page, OutputStream utf8) {
        try {
            for (Passkey passkey : page) {
                JsonLines.write(record(passkey), utf8);
            }
        } catch (IOException e) {
            throw new SourceException("the file cannot be written: " + e.getMessage(), e);
        }
    }

    private static PasskeyRecord record(Passkey passkey) {
        return new PasskeyRecord(
                AccountKey.Kind.ID.of(passkey.accountId()),
                Optional.of(passkey.realm()),
                Optional.of(passkey.rpId()),
                passkey.credentialId(),
                passkey.userHandle(),
                passkey.publicKey(),
                passkey.signCount(),
                Optional.of(passkey.backup()),
                passkey.transports(),
                passkey.aaguid(),
                passkey.name(),
                passkey.userAgent(),
                Optional.of(passkey.createdAt()),
                passkey.lastUsedAt());
    }
}
