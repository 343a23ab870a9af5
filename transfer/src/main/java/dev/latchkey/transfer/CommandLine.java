package dev.latchkey.transfer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed.
 *
 * @param command {@code import} or {@code export}
 * @param options by name, without the dashes
 */
record CommandLine(String command, Map<String, String> options) {
    private static final String DRY_RUN = "dry-run";
    private static final Set<String> COMMON = Set.of("config", "realm", "storage-url", "storage-user", "file");
    private static final Set<String> OF_IMPORT =
            Set.of("from", "jdbc-url", "jdbc-user", "match", "rp-id", "assume-backup", DRY_RUN);

    static final String USAGE = """
            Usage: java -cp CLASS-PATH dev.latchkey.transfer.Main COMMAND OPTIONS

              import --from json --file FILE
              import --from auth0 --file FILE
              import --from spring-security --jdbc-url URL [--jdbc-user USER] --match KIND
              export --file FILE

              --config FILE         the application's latchkey.conf; by default the one on the class path
              --realm NAME          the user directory; by default the application's default realm
              --storage-url URL     where the application's database is, if its data source is the container's
              --storage-user USER   with the environment variable STORAGE_PASSWORD

            import only:
              --dry-run             judge every row and store nothing
              --rp-id ID            of passkeys that name none; needed if the domains have several
              --assume-backup WHAT  eligible or single-device, for passkeys that do not tell whether they can be synced
              --jdbc-user USER      with the environment variable JDBC_PASSWORD
              --match KIND          what user_entities.name is: id, principal-name, email, phone-number or username

            Exit status: 0 done, 1 rows were refused, 2 wrong options or configuration, 3 stopped half-way.
            """;

    /** @throws UsageException naming the option that is unknown, incomplete or given twice */
    static CommandLine parse(String... args) {
        if (args.length == 0 || !Set.of("import", "export").contains(args[0])) {
            throw new UsageException("the first argument must be import or export");
        }
        CommandLine line = new CommandLine(args[0], new HashMap<>());
        for (int i = 1; i < args.length; i++) {
            String name = line.known(args[i]);
            String value = "";
            if (!name.equals(DRY_RUN)) {
                if (++i == args.length) {
                    throw new UsageException("--" + name + " needs a value");
                }
                value = args[i];
            }
            if (line.options.put(name, value) != null) {
                throw new UsageException("--" + name + " is given twice");
            }
        }
        return line;
    }

    private String known(String arg) {
        String name = arg.startsWith("--") ? arg.substring(2) : "";
        if (!COMMON.contains(name) && !(isImport() && OF_IMPORT.contains(name))) {
            throw new UsageException(arg + " is no option of " + command);
        }
        return name;
    }

    boolean isImport() {
        return command.equals("import");
    }

    boolean isDryRun() {
        return options.containsKey(DRY_RUN);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    String required(String name) {
        return option(name).orElseThrow(() -> new UsageException("--" + name + " is missing"));
    }
}
