package dev.latchkey.transfer;

import dev.latchkey.config.ConfigurationException;
import dev.latchkey.storage.Storage;
import dev.latchkey.storage.StorageUnavailableException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The command line: imports passkeys into the storage of an application, or copies them out, with the application's own configuration and
 * class path. Refused rows and the report go to the standard output, what stops it to the standard error.
 */
public final class Main {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG = 2;
    private static final int STOPPED = 3;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    Main(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Ends the process with 0 (done), 1 (rows were refused), 2 (wrong options or configuration) or 3 (stopped half-way). */
    public static void main(String[] args) {
        System.exit(new Main(System.getenv(), System.out, System.err).run(args));
    }

    int run(String... args) {
        try {
            CommandLine line = CommandLine.parse(args);
            Application application = Application.of(line.option("config"), storage(line));
            return line.isImport() ? importInto(application, line) : exportFrom(application, line);
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.println();
            err.print(CommandLine.USAGE);
            return WRONG;
        } catch (ConfigurationException e) {
            err.println(e.getMessage());
            return WRONG;
        } catch (SourceException | StorageUnavailableException e) {
            err.println(
                    "stopped: " + e.getMessage() + "; what was imported stays, and the same import may be run again");
            return STOPPED;
        } catch (RuntimeException e) {
            err.println("stopped by a fault: " + e);
            return STOPPED;
        }
    }

    private int importInto(Application application, CommandLine line) {
        ImportSettings settings = ImportOptions.settings(line, application.config());
        try (ImportOptions.OpenSource source = ImportOptions.open(line, database("jdbc", line));
                Storage storage = application.open()) {
            ImportReport report = new Importer(storage, settings).run(source.rows(), out::println);
            out.println(report);
            return report.refused() == 0 ? DONE : REFUSED;
        }
    }

    private int exportFrom(Application application, CommandLine line) {
        String realm = ImportOptions.settings(line, application.config()).realm();
        Path file = Path.of(line.required("file"));
        if (Files.exists(file)) {
            throw new UsageException("--file " + file + ": is there already, and is not overwritten");
        }
        try (Storage storage = application.open();
                OutputStream lines =
                        new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
            out.println(new Exporter(storage).run(realm, lines) + " exported");
            return DONE;
        } catch (IOException e) {
            throw new SourceException("--file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Optional<DataSource> storage(CommandLine line) {
        return database("storage", line);
    }

    private Optional<DataSource> database(String prefix, CommandLine line) {
        String password = prefix.equals("jdbc") ? "JDBC_PASSWORD" : "STORAGE_PASSWORD";
        return line.option(prefix + "-url")
                .map(url -> new DriverDataSource(
                        url, line.option(prefix + "-user"), Optional.ofNullable(environment.get(password))));
    }
}
