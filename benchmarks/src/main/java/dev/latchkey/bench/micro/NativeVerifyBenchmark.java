package dev.latchkey.bench.micro;

import dev.latchkey.config.CryptoProvider;
import dev.latchkey.config.CryptoSettings;
import dev.latchkey.keys.Crypto;
import dev.latchkey.testkit.CoseAlgorithm;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An ES256 sign-in's verification by native providers: bare, and Latchkey's whole step. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NativeVerifyBenchmark {
    @Param({"AMAZON_CORRETTO", "CONSCRYPT"})
    public CryptoProvider provider = CryptoProvider.CONSCRYPT;

    private BareCheck bare;
    private VerifyStep latchkey;

    @Setup
    public void record() throws Exception {
        Crypto crypto = Crypto.of(new CryptoSettings(provider));
        SignInSample sample = new SignInSample(CoseAlgorithm.ES256);
        bare = new BareCheck(sample, CoseAlgorithm.ES256, crypto.provider());
        latchkey = new VerifyStep(sample, crypto);
    }

    @Benchmark
    public Object bare() throws Exception {
        return bare.verify();
    }

    @Benchmark
    public Object latchkey() {
        return latchkey.verify();
    }
}
