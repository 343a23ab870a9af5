package dev.latchkey.transfer;

/** A row of a source, which could be read or not. */
public sealed interface Row {

    /** Which row it is in its source, from 1: the line of a file, the position in a result or a stream. */
    long number();

    /**
     * A row that could be read.
     *
     * @param number which row it is, from 1
     * @param passkey what it says
     */
    record Read(long number, PasskeyRecord passkey) implements Row {}

    /**
     * A row that could not be read.
     *
     * @param number which row it is, from 1
     * @param fault what is wrong with it, without what a person is known by
     */
    record Unreadable(long number, String fault) implements Row {}
}
