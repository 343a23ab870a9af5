package dev.latchkey.bench.load;

import dev.latchkey.bench.server.HostKind;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Starts a host with Latchkey and without, again and again by turns, and writes {@code startup.md} and {@code startup.svg}. */
public final class StartupReport {
    private static final int LOGINS = 10;

    private StartupReport() {}

    /**
     * System properties: {@code bench.starts} (9 of each kind), {@code bench.pause} (2000 ms between the start and what is asked first).
     *
     * @param arguments the directory to write into
     */
    public static void main(String[] arguments) throws Exception {
        Signatures.makeFast();
        int starts = Integer.getInteger("bench.starts", 9);
        int pause = Integer.getInteger("bench.pause", 2_000);
        try (Postgres postgres = new Postgres()) {
            String url = postgres.newDatabase();
            SoftwareAuthenticator person = Population.newAuthenticator();
            signUp(url, person);
            List<HostStart> alone = new ArrayList<>();
            List<HostStart> tables = new ArrayList<>();
            List<HostStart> with = new ArrayList<>();
            List<HostStart> used = new ArrayList<>();
            for (int i = 1; i <= starts; i++) {
                Progress.say("start " + i + " of " + starts);
                alone.add(told(start(url, HostKind.ALONE, pause, person, 0)));
                tables.add(told(start(url, HostKind.TABLES, pause, person, 0)));
                with.add(told(start(url, HostKind.LATCHKEY, pause, person, 0)));
                used.add(told(start(url, HostKind.LATCHKEY, pause, person, LOGINS)));
            }
            new StartupPage(pause, postgres.version(), alone, tables, with, used).write(Path.of(arguments[0]));
        }
    }

    private static HostStart start(String url, HostKind kind, int pause, SoftwareAuthenticator person, int logins)
            throws IOException, InterruptedException {
        return HostStart.of(HostStart.command(url, kind, "none"), pause, person, logins);
    }

    /** Makes the tables, the signing keys and an account, none of which a restart makes. */
    private static void signUp(String url, SoftwareAuthenticator person) throws IOException {
        try (ServerProcess server = new ServerProcess(HostStart.command(url, HostKind.LATCHKEY, "create"));
                HttpConnection connection = new HttpConnection(server.port())) {
            LatchkeyTarget target = new LatchkeyTarget("profile");
            target.signUp(connection, person, "person");
            target.signIn(connection, person);
        }
    }

    private static HostStart told(HostStart start) {
        System.out.printf(
                Locale.ROOT,
                "%.0f ms, %.1f MiB heap, %.1f MiB metaspace, page %.1f, sign-ins %s%n",
                start.millis(),
                start.heap(),
                start.metaspace(),
                start.page(),
                start.logins().stream()
                        .map(each -> String.format(Locale.ROOT, "%.1f", each))
                        .toList());
        return start;
    }
}
