package dev.latchkey.bench.micro;

import dev.latchkey.session.AuthSession;
import dev.latchkey.testkit.CoseAlgorithm;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An auth session, sealed when a challenge is given out and opened when the answer comes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SealBenchmark {
    private SignInSample sample;
    private AuthSession session;

    @Setup
    public void record() {
        sample = new SignInSample(CoseAlgorithm.ES256);
        session = sample.sessions.open(sample.authSession);
    }

    @Benchmark
    public String seal() {
        return sample.sessions.seal(session);
    }

    @Benchmark
    public AuthSession open() {
        return sample.sessions.open(sample.authSession);
    }
}
