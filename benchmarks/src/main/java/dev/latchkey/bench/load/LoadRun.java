package dev.latchkey.bench.load;

import dev.latchkey.testkit.AuthenticatorModel;
import dev.latchkey.testkit.CoseAlgorithm;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Signs people up, and in, over connections that each have their own person. */
final class LoadRun {
    private final Target target;
    private final int port;
    private final List<SoftwareAuthenticator> people = new ArrayList<>();

    LoadRun(Target target, int port) {
        this.target = target;
        this.port = port;
    }

    void signUp(int count) throws IOException {
        try (HttpConnection connection = new HttpConnection(port)) {
            for (int i = 0; i < count; i++) {
                SoftwareAuthenticator authenticator = new SoftwareAuthenticator(
                        AuthenticatorModel.syncedPasskeys().withAlgorithms(CoseAlgorithm.ES256));
                target.signUp(connection, authenticator, "person" + people.size());
                people.add(authenticator);
            }
        }
    }

    /** Sign-ins over so many connections at once; the times of each in nanoseconds, in ascending order. */
    long[] signIn(int connections, int count) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                SoftwareAuthenticator person = people.get(i % people.size());
                running.add(threads.submit(() -> signIn(person, count / connections)));
            }
            return sorted(running);
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] signIn(SoftwareAuthenticator person, int count) throws IOException {
        long[] nanos = new long[count];
        try (HttpConnection connection = new HttpConnection(port)) {
            for (int i = 0; i < count; i++) {
                nanos[i] = target.signIn(connection, person);
            }
        }
        return nanos;
    }

    private static long[] sorted(List<Future<long[]>> running) throws IOException, InterruptedException {
        List<long[]> all = new ArrayList<>();
        for (Future<long[]> each : running) {
            try {
                all.add(each.get());
            } catch (ExecutionException e) {
                throw new IOException("a sign-in failed", e.getCause());
            }
        }
        return all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }
}
