package dev.latchkey.it;

import dev.latchkey.it.server.Server;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips the tests of a server that was left out. */
final class ServerIsThere implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Server server = Server.chosen();
        return server.isThere()
                ? ConditionEvaluationResult.enabled("it is at " + server.home())
                : ConditionEvaluationResult.disabled(server.label() + " is not at " + server.home()
                        + ". Maven unpacks it there from Maven Central, unless a property -Dwithout.… leaves it out");
    }
}
