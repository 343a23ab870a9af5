package dev.latchkey.faults;

import dev.latchkey.testkit.ContractClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/** Two nodes on one database, any of which can be killed and started again. Thread-safe but for killing. */
final class Cluster implements AutoCloseable {
    private final Database database;
    private final List<NodeProcess> nodes;

    Cluster(Path directory) {
        database = Database.in(directory);
        nodes = new CopyOnWriteArrayList<>(List.of(startNode(), startNode()));
    }

    Database database() {
        return database;
    }

    List<NodeProcess> nodes() {
        return nodes;
    }

    /** The web client of a node, whichever a load balancer would take. */
    ContractClient web() {
        return nodes.get(ThreadLocalRandom.current().nextInt(nodes.size())).web();
    }

    void killNode(int number) {
        nodes.get(number).kill();
        nodes.set(number, startNode());
    }

    void killDatabase() {
        database.kill();
        database.restart();
    }

    private NodeProcess startNode() {
        return NodeProcess.start(database.url(), Duration.ZERO);
    }

    @Override
    public void close() {
        nodes.forEach(NodeProcess::close);
        database.close();
    }
}
