package dev.latchkey.sample.loans;

/** A book on the shelf. */
public record Book(long id, String title, String author) {}
