package dev.latchkey.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ConcurrentCeremoniesTest {

    private static final int ASSERTIONS = 400;

    @Test
    void everyAssertionOfManyThreadsHasItsOwnCounter() throws Exception {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator(AuthenticatorModel.securityKey());
        authenticator.create(TestOptions.creation(), TestOptions.ORIGIN);
        Callable<Long> assertion = () -> AuthenticatorData.decode(
                        AssertionAnswer.read(authenticator.get(TestOptions.request(), TestOptions.ORIGIN))
                                .authenticatorData())
                .signCount();

        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Long> counters = new ArrayList<>();
        try {
            for (Future<Long> each : threads.invokeAll(Collections.nCopies(ASSERTIONS, assertion))) {
                counters.add(each.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(counters)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, ASSERTIONS).boxed().toList());
    }
}
