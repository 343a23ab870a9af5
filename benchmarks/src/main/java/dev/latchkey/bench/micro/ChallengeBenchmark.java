package dev.latchkey.bench.micro;

import dev.latchkey.Latchkey;
import dev.latchkey.http.Reply;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The service code of a challenge, from the request's bytes to the reply's, without container; no statement is sent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ChallengeBenchmark {
    private Latchkey latchkey;

    @Setup
    public void open() {
        latchkey = InMemory.latchkey();
        require(login());
        require(signup());
    }

    @Benchmark
    public Reply login() {
        return latchkey.handle(InMemory.Post.of("/passkey/challenge", "{\"client_id\":\"web\"}"));
    }

    @Benchmark
    public Reply signup() {
        return latchkey.handle(InMemory.Post.of(
                "/passkey/register", "{\"client_id\":\"web\",\"user_profile\":{\"email\":\"ada@example.com\"}}"));
    }

    private static void require(Reply reply) {
        if (reply.status() != 200) {
            throw new IllegalStateException("status " + reply.status());
        }
    }
}
