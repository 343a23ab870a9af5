package dev.latchkey.servlet;

import java.io.Serializable;

/** The user object of an application's own login. */
public record Customer(String email) implements Serializable {}
