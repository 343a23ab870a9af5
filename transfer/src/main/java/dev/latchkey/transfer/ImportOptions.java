package dev.latchkey.transfer;

import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.passkey.BackupState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;

/** What the options of an import mean. */
final class ImportOptions {
    private ImportOptions() {}

    /** @throws UsageException if they do not fit the configuration */
    static ImportSettings settings(CommandLine line, LatchkeyConfig config) {
        ImportSettings settings = ImportSettings.of(config);
        Optional<String> realm = line.option("realm");
        if (realm.isPresent()) {
            require(settings.realms().contains(realm.get()), "--realm " + realm.get(), settings.realms());
            settings = settings.withRealm(realm.get());
        }
        Optional<String> rpId = line.option("rp-id");
        if (rpId.isPresent()) {
            require(settings.rpIds().contains(rpId.get()), "--rp-id " + rpId.get(), settings.rpIds());
            settings = settings.withRpId(rpId.get());
        }
        Optional<String> backup = line.option("assume-backup");
        if (backup.isPresent()) {
            settings = settings.withAssumedBackup(backup(backup.get()));
        }
        return line.isDryRun() ? settings.asDryRun() : settings;
    }

    private static void require(boolean known, String option, Object names) {
        if (!known) {
            throw new UsageException(option + ": the configuration has " + names);
        }
    }

    private static BackupState backup(String option) {
        return switch (option) {
            case "eligible" -> BackupState.ELIGIBLE;
            case "single-device" -> BackupState.SINGLE_DEVICE;
            default -> throw new UsageException("--assume-backup must be eligible or single-device");
        };
    }

    /** @throws UsageException if the options name no source */
    static OpenSource open(CommandLine line, Optional<DataSource> database) {
        String from = line.required("from");
        return switch (from) {
            case "json" -> file(line, JsonLines::source);
            case "auth0" -> file(line, Auth0Methods::source);
            case "spring-security" -> {
                DataSource tables = database.orElseThrow(() -> new UsageException("--jdbc-url is missing"));
                AccountKey.Kind kind = AccountKey.Kind.ofOption(line.required("match"))
                        .orElseThrow(() -> new UsageException(
                                "--match must be id, principal-name, email, phone-number or username"));
                yield new OpenSource(new SpringSecuritySource(tables, kind::of), InputStream.nullInputStream());
            }
            default -> throw new UsageException("--from must be json, auth0 or spring-security");
        };
    }

    private static OpenSource file(CommandLine line, Format format) {
        Path file = Path.of(line.required("file"));
        try {
            InputStream in = Files.newInputStream(file);
            return new OpenSource(format.source(in), in);
        } catch (IOException e) {
            throw new UsageException("--file " + file + ": there is no such file that can be read");
        }
    }

    /** How a file is read. */
    private interface Format {
        PasskeySource source(InputStream utf8);
    }

    /**
     * A source with what has to be closed after it.
     *
     * @param rows the source
     * @param file to be closed
     */
    record OpenSource(PasskeySource rows, InputStream file) implements AutoCloseable {
        @Override
        public void close() {
            try {
                file.close();
            } catch (IOException e) {
                throw new SourceException("the file cannot be closed: " + e.getMessage(), e);
            }
        }
    }
}
