package dev.latchkey.testkit;

import java.util.function.UnaryOperator;

/** The one thing that every bend comes down to. */
public sealed interface BendAt
        permits ClientDataBend, AuthenticatorDataBend, AttestationBend, SignatureBend, AnswerBend {

    /**
     * Adds a change to what is made at a stage.
     *
     * @param stage where
     * @param change gets what was made so far and gives what stands in its place
     * @return a bend with this change as well
     */
    <T> Bend at(Stage<T> stage, UnaryOperator<T> change);
}
