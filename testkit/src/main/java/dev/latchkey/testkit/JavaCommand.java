package dev.latchkey.testkit;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start another virtual machine like this one: the same Java, with the same {@code -XX} options. */
public final class JavaCommand {
    private JavaCommand() {}

    /** A command line, to which more may be added. */
    public static List<String> of(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options());
        command.addAll(List.of(arguments));
        return command;
    }

    /** What this virtual machine was tuned with: its {@code -XX} options, in their order. */
    public static List<String> options() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:"))
                .toList();
    }
}
