package dev.latchkey.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** Host names as browsers compare them: ASCII in lower case, without a dot at the end. */
final class Hosts {
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    /** A name whose last label is a number is taken for an address (WHATWG URL, "ends in a number checker"). */
    private static final Pattern ADDRESS =
            Pattern.compile("([^:]*\\.)?(\\d+|0[xX][0-9a-fA-F]*)|\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]+]?");

    private Hosts() {}

    /** What is wrong with a name of a host, as a remedy, or empty. */
    static Optional<String> complaint(String name) {
        if (ADDRESS.matcher(name).matches()) {
            return Optional.of("is an IP address, for which no browser makes passkeys: use a host name, or localhost");
        }
        return NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(
                        "is no host name: write it in lower case and ASCII (xn--… for other letters), without scheme or path");
    }

    /** Whether the name is {@code localhost}, or one below it, which never leave the machine (RFC 6761 §6.3). */
    static boolean isLocalhost(String name) {
        return isSameOrBelow(name, "localhost");
    }

    /** Whether a name is a parent, or stands below it on the boundary of a label. */
    static boolean isSameOrBelow(String name, String parent) {
        return name.equals(parent) || name.endsWith("." + parent);
    }

    /** Without the port. */
    static String name(String hostAndPort) {
        return hostAndPort.replaceFirst(":\\d+$", "");
    }

    /** The host name of a web origin; of an origin of another kind, nothing that is a host. */
    static String ofOrigin(String origin) {
        return name(origin.substring(origin.indexOf("//") + 2));
    }

    /** The port, with its colon, or an empty text. */
    static String port(String hostAndPort) {
        return hostAndPort.substring(name(hostAndPort).length());
    }

    /** Whether a port with its colon may be written in an origin whose scheme has that default port. */
    static boolean isPort(String port, int defaultPort) {
        if (port.isEmpty()) {
            return true;
        }
        if (!port.matches(":[1-9]\\d{0,4}")) {
            return false;
        }
        int number = Integer.parseInt(port.substring(1));
        return number <= 65_535 && number != defaultPort;
    }
}
