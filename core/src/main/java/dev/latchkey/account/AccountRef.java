package dev.latchkey.account;

/**
 * Names an account: what every question about somebody's passkeys carries.
 *
 * @param realm the user directory
 * @param id the account's id in it, in the text form of the host's own type
 */
public record AccountRef(String realm, String id) {}
