package dev.latchkey.bench.micro;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountRef;
import dev.latchkey.account.ProfileMember;
import dev.latchkey.account.UserProfile;
import dev.latchkey.config.CryptoProvider;
import dev.latchkey.config.CryptoSettings;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.keys.Crypto;
import dev.latchkey.keys.Sealer;
import dev.latchkey.token.Authorization;
import dev.latchkey.token.IssuedTokens;
import dev.latchkey.token.SigningKeys;
import dev.latchkey.token.Tokens;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Issuing tokens: an access token by HS256, or by ES256, alone; or an RS256 ID token too. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TokenBenchmark {
    @Param({"JVM", "AMAZON_CORRETTO", "CONSCRYPT"})
    public CryptoProvider provider = CryptoProvider.JVM;

    private Tokens tokens;
    private Tokens unsigned;
    private Authorization access;
    private Authorization both;

    @Setup
    public void prepare() {
        LatchkeyConfig config = InMemory.config();
        Clock clock = Clock.systemUTC();
        Sealer sealer = Sealer.of(config.keys(), new SecureRandom());
        SigningKeys keys = new SigningKeys(config.keys(), config.tokens(), sealer, new InMemory.NoStorage(), clock);
        tokens = new Tokens(config.tokens(), keys, sealer, Crypto.of(new CryptoSettings(provider)), clock);
        unsigned = new Tokens(InMemory.sessionOnly().tokens(), keys, sealer, Crypto.JVM, clock);
        access = authorization(config, "profile");
        both = authorization(config, "openid", "profile", "email");
    }

    @Benchmark
    public IssuedTokens sessionOnly() {
        return unsigned.issue(access, Optional.empty());
    }

    @Benchmark
    public IssuedTokens accessToken() {
        return tokens.issue(access, Optional.empty());
    }

    @Benchmark
    public IssuedTokens accessAndIdToken() {
        return tokens.issue(both, Optional.empty());
    }

    private static Authorization authorization(LatchkeyConfig config, String... scopes) {
        Account ada = new Account(
                new AccountRef("default", "4711"),
                "ada@example.com",
                new UserProfile(Map.of(ProfileMember.EMAIL, "ada@example.com", ProfileMember.NAME, "Ada")),
                Set.of(),
                Map.of(),
                Set.of(),
                false,
                false);
        return new Authorization(
                config.domains().get(0),
                config.client("web").orElseThrow(),
                ada,
                "a-sign-in",
                Instant.now(),
                Optional.empty(),
                config.domains().get(0).userinfoAudience(),
                List.of(scopes),
                Optional.empty());
    }
}
