package dev.latchkey.contract;

import static dev.latchkey.testkit.ContractClient.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.LatchkeyConfigBuilder;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;

/** Two nodes over one database, whose signing keys are rotated while people sign in. */
class KeyRotationTest {
    private static final int THREADS = 4;
    private static final int ROTATIONS = 3;
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(10);
    private static final Duration DELAY = Duration.ofMinutes(7);
    private static final Duration STEP = Duration.ofMinutes(2);

    private final SettableClock clock = new SettableClock();
    private final ReadWriteLock time = new ReentrantReadWriteLock(true);
    private final Set<String> signedWith = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    /** A token, which has to be good until it expires. */
    private record Held(String token, Instant until) {}

    /** A node, and the JWKS as a client of it has cached them. */
    private record Node(Deployment deployment, CachedJwks jwks) {}

    @Test
    void keyRotationUnderLoadLosesNoLogin() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Deployment first = Deployment.start(KeyRotationTest::quickKeys, clock);
                Deployment second = first.node(KeyRotationTest::quickKeys, clock)) {
            List<Node> nodes = List.of(
                    new Node(first, new CachedJwks(first, clock)), new Node(second, new CachedJwks(second, clock)));
            List<Future<Integer>> people = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                people.add(threads.submit(person(nodes, i)));
            }
            awaitSignatures(1);
            for (int rotation = 0; rotation < ROTATIONS; rotation++) {
                nodes.get(rotation % 2).deployment().latchkey().rotateSigningKeys();
                passTime(DELAY.plus(STEP));
                awaitSignatures(rotation + 2);
            }
            passTime(TOKEN_LIFETIME.plus(DELAY));
            over = true;
            for (Future<Integer> person : people) {
                assertThat(person.get(60, TimeUnit.SECONDS)).isGreaterThan(ROTATIONS);
            }
            assertThat(signedWith).hasSize(ROTATIONS + 1);
            assertThat(nodes.get(0).jwks().ids()).hasSize(2);
        } finally {
            over = true;
            threads.shutdownNow();
        }
    }

    private static void quickKeys(LatchkeyConfigBuilder config) {
        config.keys(keys -> keys.secret(Deployment.KEYS_SECRET)
                        .rotationPeriod(Duration.ZERO)
                        .activationDelay(DELAY))
                .tokens(tokens -> tokens.accessTokenLifetime(TOKEN_LIFETIME).idTokenLifetime(TOKEN_LIFETIME))
                .ceremony(ceremony -> ceremony.timeout(Duration.ofMinutes(10)));
    }

    /** Waits until so many keys have signed something, however slow the machine is. */
    private void awaitSignatures(int keys) throws InterruptedException {
        for (int i = 0; i < 3000 && signedWith.size() < keys; i++) {
            Thread.sleep(20);
        }
    }

    /** Lets time go by in steps, between which everybody gets on with what they do. */
    private void passTime(Duration duration) throws InterruptedException {
        for (Duration passed = Duration.ZERO; passed.compareTo(duration) < 0; passed = passed.plus(STEP)) {
            time.writeLock().lock();
            try {
                clock.advance(STEP);
            } finally {
                time.writeLock().unlock();
            }
            Thread.sleep(20);
        }
    }

    /** Signs up, then signs in and refreshes on either node in turn, and shows every token to the other one. */
    private Callable<Integer> person(List<Node> nodes, int number) {
        return () -> {
            SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
            nodes.get(0)
                    .deployment()
                    .web()
                    .signup(authenticator, profile(number + "@example.com"))
                    .expect(200);
            Deque<Held> held = new ArrayDeque<>();
            int rounds = 0;
            for (; !over; rounds++) {
                time.readLock().lock();
                try {
                    signIn(authenticator, nodes.get(rounds % 2), nodes.get(1 - rounds % 2), held);
                    held.removeIf(old -> !clock.instant().isBefore(old.until()));
                    check(held.getFirst().token(), nodes.get(rounds % 2));
                } finally {
                    time.readLock().unlock();
                }
            }
            return rounds;
        };
    }

    private void signIn(SoftwareAuthenticator authenticator, Node here, Node there, Deque<Held> held) throws Exception {
        Answer login = client(here).login(authenticator).expect(200);
        Answer refreshed = client(there).refresh(login.text("refresh_token")).expect(200);
        take(login, here, there, held);
        take(refreshed, there, here, held);
    }

    private void take(Answer tokens, Node issuer, Node other, Deque<Held> held) throws Exception {
        String token = tokens.text("access_token");
        signedWith.add(check(token, other));
        other.jwks().verify(tokens.text("id_token"));
        issuer.jwks().verify(tokens.text("id_token"));
        held.add(new Held(token, clock.instant().plus(TOKEN_LIFETIME)));
    }

    /** Verifies a token at a node, and by the keys that a client of that node has cached; returns the key's id. */
    private static String check(String token, Node node) throws Exception {
        node.deployment().web().withBearer(token).myAccount().list().expect(200);
        return node.jwks().verify(token);
    }

    private static ContractClient client(Node node) {
        return node.deployment()
                .web()
                .withAudience(Scenario.MY_ACCOUNT_AUDIENCE)
                .withScope(Scenario.MY_ACCOUNT_SCOPES + " offline_access");
    }
}
