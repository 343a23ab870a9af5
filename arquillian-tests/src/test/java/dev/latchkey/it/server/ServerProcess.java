package dev.latchkey.it.server;

import dev.latchkey.it.server.ServerKind.Progress;
import dev.latchkey.testkit.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that runs. It ends with {@link #stop}, at the latest with this virtual machine. Used by one thread. */
public final class ServerProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What is softly reachable is not kept for a look at the heap. */
    private static final String FORGETFUL = "-XX:SoftRefLRUPolicyMSPerMB=0";

    private static final int PAUSE_MILLIS = 100;

    private final ServerKind kind;
    private final Instance instance;
    private final Process process;
    private final Thread lastResort;
    private long deployed;

    private ServerProcess(ServerKind kind, Instance instance, Process process) {
        this.kind = kind;
        this.instance = instance;
        this.process = process;
        this.lastResort = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    static ServerProcess start(Server server) throws IOException, InterruptedException {
        Instance instance = Instance.of(server);
        server.kind().layOut(instance);
        List<String> command = JavaCommand.of(FORGETFUL);
        command.addAll(server.kind().command(instance));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(instance.base().toFile())
                .redirectErrorStream(true)
                .redirectOutput(instance.log().toFile());
        builder.environment().putAll(server.kind().environment(instance));
        Process process = builder.start();
        ServerProcess started = new ServerProcess(server.kind(), instance, process);
        started.await("start", started::answers);
        return started;
    }

    public Instance instance() {
        return instance;
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** What the process has said since an application was last handed over. */
    public String logOfDeployment() throws IOException {
        return instance.logSince(deployed);
    }

    /** Hands an application over, and waits until the server runs it. */
    void deploy(Path war, String name) throws IOException, InterruptedException {
        deployed = Files.size(instance.log());
        kind.deploy(instance, war, name);
        await("deployment of " + name, () -> {
            Progress progress = kind.progress(instance, name, logOfDeployment());
            if (progress == Progress.FAILED) {
                throw new IOException(name + " did not start, see " + instance.log());
            }
            return progress == Progress.UP;
        });
    }

    /** Takes an application away, and waits until the server has let go of it. */
    void undeploy(String name) throws IOException, InterruptedException {
        long mark = Files.size(instance.log());
        kind.undeploy(instance, name);
        await("end of " + name, () -> kind.isGone(instance, name, instance.logSince(mark)));
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Runtime.getRuntime().removeShutdownHook(lastResort);
    }

    private boolean answers() {
        try {
            return instance.status("/") > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void await(String what, Condition condition) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IOException("waited in vain for the " + what + ", see " + instance.log());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }
}
