package dev.latchkey.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What one answer of a {@link SoftwareAuthenticator} gets wrong, for tests that a server refuses it:
 *
 * <pre>{@code
 * authenticator.get(options, origin, Bend.none().origin("https://evil.example").flag(Flag.UV, false));
 * }</pre>
 *
 * <p>A bend is a list of changes, each at a {@link Stage} of the making; changes of one stage apply in the order in
 * which they were added. What is signed is what the changes made of it: the signature over bent data is good, unless
 * {@link #signedBeforeBending()} or another method of {@link SignatureBend} says otherwise. A change of a stage that a
 * ceremony does not have (an attestation object in an assertion) does nothing.
 *
 * <p>Immutable, and thread-safe as far as the given operators are.
 */
public final class Bend implements ClientDataBend, AuthenticatorDataBend, AttestationBend, SignatureBend, AnswerBend {

    private static final Bend NONE = new Bend(List.of());

    private final List<Change<?>> changes;

    private Bend(List<Change<?>> changes) {
        this.changes = List.copyOf(changes);
    }

    /** No change: an honest answer, from which bends start. */
    public static Bend none() {
        return NONE;
    }

    @Override
    public <T> Bend at(Stage<T> stage, UnaryOperator<T> change) {
        List<Change<?>> more = new ArrayList<>(changes);
        more.add(new Change<>(stage, change));
        return new Bend(more);
    }

    <T> T apply(Stage<T> stage, T honest) {
        Object value = honest;
        for (Change<?> change : changes) {
            if (change.stage.equals(stage)) {
                value = change.of(value);
            }
        }
        return stage.cast(value);
    }

    private record Change<T>(Stage<T> stage, UnaryOperator<T> operator) {

        Object of(Object value) {
            return stage.cast(operator.apply(stage.cast(value)));
        }
    }
}
