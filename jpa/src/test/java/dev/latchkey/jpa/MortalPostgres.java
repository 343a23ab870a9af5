package dev.latchkey.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** PostgreSQL with its data in a directory of the test's. */
final class MortalPostgres implements MortalServer {
    private final EmbeddedPostgres.Builder builder;
    private final Path data;
    private EmbeddedPostgres server;

    MortalPostgres(Path directory) {
        data = directory.resolve("data");
        builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "on");
        server = start();
        builder.setPort(server.getPort());
    }

    private EmbeddedPostgres start() {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String newDatabase() {
        String url = server.getJdbcUrl("postgres", "postgres") + "&connectTimeout=2";
        TestDatabase.migrate(PostgresServer.dataSource(url));
        return url;
    }

    @Override
    public void kill() {
        MortalServer.kill(data.resolve("postmaster.pid"));
    }

    @Override
    public void restart() {
        close();
        server = start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
