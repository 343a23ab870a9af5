package dev.latchkey.event;

import java.util.Optional;
import jdk.jfr.FlightRecorder;

/**
 * Tells the JDK Flight Recorder, where the Java runtime has it: events of the types {@code dev.latchkey.PasskeyEvent} and
 * {@code dev.latchkey.Request}. Costs next to nothing while no recording runs: the types are
 * registered by the first event after the recorder was started, for that takes time and memory. Thread-safe.
 */
public final class FlightRecording implements PasskeyEvents {
    private static final String MODULE = "jdk.jfr";

    private FlightRecording() {}

    /** One, or empty in a runtime that was made without the module {@code jdk.jfr}. */
    public static Optional<PasskeyEvents> ifPresent() {
        return ModuleLayer.boot().findModule(MODULE).map(module -> new FlightRecording());
    }

    @Override
    public void happened(PasskeyEvent event) {
        if (!FlightRecorder.isInitialized()) {
            return;
        }
        RecordedEvent recorded = new RecordedEvent();
        if (recorded.isEnabled()) {
            recorded.fill(event);
            recorded.commit();
        }
    }

    @Override
    public void answered(Answered request) {
        if (!FlightRecorder.isInitialized()) {
            return;
        }
        RecordedRequest recorded = new RecordedRequest();
        if (recorded.isEnabled()) {
            recorded.fill(request);
            recorded.commit();
        }
    }
}
