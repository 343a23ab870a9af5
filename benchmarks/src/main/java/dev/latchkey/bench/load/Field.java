package dev.latchkey.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All whose servers run at the same time, and take turns at being asked. Used by one thread. */
final class Field implements AutoCloseable {
    private final Postgres postgres;
    private final List<Entrant> entrants = new ArrayList<>();

    Field(Postgres postgres) {
        this.postgres = postgres;
    }

    /** Starts its server and warms it up. */
    void enter(Contestant contestant, int warmUp) throws IOException, InterruptedException {
        Progress.say("warming up: " + contestant.name());
        Entrant entrant = new Entrant(contestant, postgres);
        entrants.add(entrant);
        entrant.warmUp(warmUp);
    }

    /** So many sign-ins of each, at each number of connections. */
    List<Outcome> round(List<Integer> connections, int logins) throws IOException, InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Entrant entrant : entrants) {
            for (int each : connections) {
                Outcome outcome = entrant.measure(each, logins);
                outcomes.add(outcome);
                System.out.print(outcome.row());
            }
        }
        return outcomes;
    }

    @Override
    public void close() {
        entrants.forEach(Entrant::close);
    }
}
