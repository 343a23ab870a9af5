package dev.latchkey.jpa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mariadb.jdbc.MariaDbDataSource;

/** MariaDB with its data in a directory of the test's. */
final class MortalMaria implements MortalServer {
    private final List<String> command = new ArrayList<>();
    private final MariaServer server;
    private final Path log;
    private final Path pid;

    MortalMaria(Path directory) {
        pid = directory.resolve("pid");
        log = directory.resolve("log");
        server = MariaServer.start(configuration -> configuration
                .setDataDir(directory.resolve("data").toFile())
                .addArg("--innodb-flush-log-at-trx-commit=2")
                .addArg("--pid-file=" + pid));
        ProcessHandle process = MortalServer.process(pid);
        command.add(process.info().command().orElseThrow());
        command.addAll(List.of(process.info().arguments().orElseThrow()));
    }

    @Override
    public String newDatabase() {
        MariaDbDataSource database = server.newDatabase("&connectTimeout=2000");
        TestDatabase.migrate(database);
        return database.getUrl();
    }

    @Override
    public void kill() {
        MortalServer.kill(pid);
    }

    @Override
    public void restart() {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
