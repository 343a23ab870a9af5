package dev.latchkey.bench.load;

/**
 * Medians of a round at one size.
 *
 * @param users in the tables
 * @param login of sign-ins, in milliseconds
 * @param enrollment of enrollments, in milliseconds
 */
record Growth(int users, double login, double enrollment) {}
