package dev.latchkey.faults;

import static dev.latchkey.testkit.ContractClient.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.testkit.Answer;
import dev.latchkey.testkit.Bend;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A person who signs up, in, adds and removes passkeys, and remembers what the servers have confirmed. Of one thread. */
final class Member {
    private static final String SCOPE = "openid offline_access read:me:authentication_methods"
            + " create:me:authentication_methods delete:me:authentication_methods";

    /** What a client waits before it tries again where nobody answers. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Cluster cluster;
    private final Tally tally;
    private final SoftwareAuthenticator first = new SoftwareAuthenticator();
    private final List<Added> added = new ArrayList<>();
    private final List<SoftwareAuthenticator> removed = new ArrayList<>();
    private int refreshes;

    private Member(Cluster cluster, Tally tally) {
        this.cluster = cluster;
        this.tally = tally;
    }

    /**
     * A passkey that the servers have confirmed.
     *
     * @param id its id in the account
     */
    private record Added(SoftwareAuthenticator authenticator, String id) {}

    /** Somebody who was told that the sign-up has succeeded; empty if it was not, or nothing was told. */
    static Optional<Member> join(Cluster cluster, Tally tally) {
        Member member = new Member(cluster, tally);
        return member.told(() -> cluster.web().passkeyRegister(profile(UUID.randomUUID() + "@example.com")))
                .flatMap(asked -> member.exchange(asked, cluster.web().create(member.first, asked, Bend.none())))
                .map(tokens -> member);
    }

    /** A sign-in, a refresh, one more passkey, and its end; each on any node. */
    void liveOneDay() {
        signIn(first).ifPresent(tokens -> {
            refresh(tokens.text("refresh_token"));
            enroll(tokens).ifPresent(passkey -> {
                if (added.size() % 2 == 0) {
                    remove(tokens, passkey);
                }
            });
        });
    }

    /** What does not hold of what this person was told; empty if all is well. To be asked when all servers are there. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        if (signIn(first).isEmpty()) {
            complaints.add("the passkey of the sign-up does not sign in");
        }
        added.stream()
                .filter(passkey -> signIn(passkey.authenticator()).isEmpty())
                .forEach(passkey -> complaints.add("a passkey that was added does not sign in"));
        removed.stream()
                .filter(passkey -> signIn(passkey).isPresent())
                .forEach(passkey -> complaints.add("a passkey that was removed signs in"));
        return complaints;
    }

    private Optional<Answer> signIn(SoftwareAuthenticator authenticator) {
        return told(() -> cluster.web().passkeyChallenge())
                .flatMap(asked -> exchange(asked, cluster.web().get(authenticator, asked, Bend.none())));
    }

    /** The answer is sent once more afterwards, to any node: no second one may take it. */
    private Optional<Answer> exchange(Answer asked, ObjectNode answer) {
        Supplier<Answer> send = () -> withScope().token(asked.text("auth_session"), answer);
        Optional<Answer> tokens = told(send);
        if (tokens.isPresent() && told(send).isPresent()) {
            tally.twice();
        }
        return tokens;
    }

    /** On some days the token that was spent is used once more, as by a thief, while the next is; that ends its family. */
    private void refresh(String token) {
        Supplier<Answer> send = () -> cluster.web().refresh(token);
        Optional<Answer> next = told(send);
        if (next.isPresent() && ++refreshes % 2 == 0) {
            String living = next.get().text("refresh_token");
            CompletableFuture<Optional<Answer>> rotation =
                    CompletableFuture.supplyAsync(() -> told(() -> cluster.web().refresh(living)));
            if (told(send).isPresent()) {
                tally.twice();
            }
            rotation.join();
        }
    }

    private Optional<Added> enroll(Answer tokens) {
        SoftwareAuthenticator passkey = new SoftwareAuthenticator();
        ContractClient bearer = cluster.web().withBearer(tokens.text("access_token"));
        return told(() -> bearer.myAccount().create())
                .flatMap(begun -> told(() -> cluster.web()
                        .withBearer(tokens.text("access_token"))
                        .myAccount()
                        .verify(begun.text("auth_session"), bearer.create(passkey, begun, Bend.none()))))
                .map(created -> new Added(passkey, created.text("id")))
                .map(made -> {
                    added.add(made);
                    return made;
                });
    }

    /** Whoever was not told what became of it can say neither. */
    private void remove(Answer tokens, Added passkey) {
        added.remove(passkey);
        told(() -> cluster.web()
                        .withBearer(tokens.text("access_token"))
                        .myAccount()
                        .delete(passkey.id()))
                .ifPresent(gone -> removed.add(passkey.authenticator()));
    }

    private ContractClient withScope() {
        return cluster.web().withScope(SCOPE).withAudience("https://localhost/me/");
    }

    /** The answer, if there is one and it is a success. */
    private Optional<Answer> told(Supplier<Answer> request) {
        try {
            Answer answer = request.get();
            tally.answered(answer.status());
            return answer.status() < 300 ? Optional.of(answer) : Optional.empty();
        } catch (UncheckedIOException e) {
            tally.silence();
            LockSupport.parkNanos(PAUSE.toNanos());
            return Optional.empty();
        }
    }
}
