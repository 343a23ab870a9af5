package dev.latchkey.bench.load;

import java.io.IOException;

/** A contestant whose server runs, with people signed up. Used by one thread. */
final class Entrant implements AutoCloseable {
    private static final int PEOPLE = 32;
    private static final int WARM_UP_CONNECTIONS = 8;

    private final Contestant contestant;
    private final Postgres postgres;
    private final String url;
    private final ServerProcess server;
    private final LoadRun load;

    /** Starts the server on a database of its own, and signs people up. */
    Entrant(Contestant contestant, Postgres postgres) throws IOException {
        this.contestant = contestant;
        this.postgres = postgres;
        url = postgres.newDatabase();
        server = new ServerProcess(contestant.command(url));
        load = new LoadRun(contestant.target(), server.port());
        try {
            load.signUp(PEOPLE);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    void warmUp(int logins) throws IOException, InterruptedException {
        load.signIn(WARM_UP_CONNECTIONS, logins);
    }

    /** So many sign-ins over so many connections. */
    Outcome measure(int connections, int logins) throws IOException, InterruptedException {
        Statements before = postgres.statements(url);
        double cpu = server.cpuMillis();
        long start = System.nanoTime();
        long[] nanos = load.signIn(connections, logins);
        double seconds = (System.nanoTime() - start) / 1e9;
        double spent = server.cpuMillis() - cpu;
        Statements after = postgres.statements(url);
        boolean counted = contestant.postgres() && after.calls() >= 0;
        return new Outcome(
                contestant.name(),
                connections,
                spent / nanos.length,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos.length / seconds,
                server.residentMebibytes(),
                counted ? (double) (after.calls() - before.calls()) / nanos.length : -1,
                counted ? (double) (after.commits() - before.commits()) / nanos.length : -1);
    }

    @Override
    public void close() {
        server.close();
    }
}
