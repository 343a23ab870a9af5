package dev.latchkey.sdk;

import dev.latchkey.sample.browser.Programs;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** auth0-auth-js in a Node process that trusts the sample's certificate. One call after the other. */
final class NodeAgent implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 5;

    private final Process node;
    private final BufferedWriter calls;
    private final BufferedReader answers;
    private final Path log;

    private NodeAgent(Process node, Path log) {
        this.node = node;
        this.log = log;
        this.calls = new BufferedWriter(new OutputStreamWriter(node.getOutputStream(), StandardCharsets.UTF_8));
        this.answers = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param certificate in PEM, trusted beside those that Node brings */
    static NodeAgent start(Path certificate) {
        Path log = Sdks.directory().resolve("agent.log");
        ProcessBuilder builder = new ProcessBuilder(Programs.get("node").toString(), "agent.mjs")
                .directory(Sdks.directory().toFile())
                .redirectError(log.toFile());
        builder.environment().put("NODE_EXTRA_CA_CERTS", certificate.toString());
        try {
            return new NodeAgent(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Calls a method of an {@code AuthClient}.
     *
     * @param options of the client; the same options are the same client
     * @param path of the method, such as {@code passkey.register}
     */
    SdkResult call(Map<String, ?> options, String path, Object... arguments) {
        try {
            calls.write(SdkResult.text(Map.of("options", options, "path", path, "args", List.of(arguments))));
            calls.newLine();
            calls.flush();
            return SdkResult.of(
                    path,
                    Optional.ofNullable(answers.readLine())
                            .orElseThrow(() -> new IllegalStateException("Node ended: " + said())));
        } catch (IOException e) {
            throw new UncheckedIOException("Node said: " + said(), e);
        }
    }

    @Override
    public void close() {
        try (calls;
                answers) {
            calls.close();
            if (!node.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                node.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            node.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String said() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
