package dev.latchkey.bench.micro;

import dev.latchkey.keys.Crypto;
import dev.latchkey.testkit.CoseAlgorithm;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A sign-in's verification by the JVM's own providers: bare, Latchkey's whole step, and the libraries that people would take instead. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class VerifyBenchmark {
    @Param({"ES256", "EDDSA", "RS256"})
    public CoseAlgorithm algorithm = CoseAlgorithm.ES256;

    private BareCheck bare;
    private VerifyStep latchkey;
    private Webauthn4jPeer webauthn4j;
    private YubicoPeer yubico;

    @Setup
    public void record() throws Exception {
        SignInSample sample = new SignInSample(algorithm);
        bare = new BareCheck(sample, algorithm, Optional.empty());
        latchkey = new VerifyStep(sample, Crypto.JVM);
        webauthn4j = new Webauthn4jPeer(sample);
        yubico = new YubicoPeer(sample);
    }

    @Benchmark
    public Object bare() throws Exception {
        return bare.verify();
    }

    @Benchmark
    public Object latchkey() {
        return latchkey.verify();
    }

    @Benchmark
    public Object webauthn4j() {
        return webauthn4j.verify();
    }

    @Benchmark
    public Object yubico() throws Exception {
        return yubico.verify();
    }
}
