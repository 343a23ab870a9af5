package dev.latchkey.sample.members;

/** There is a member with this email address already. */
public class EmailTakenException extends Exception {

    public EmailTakenException(Throwable cause) {
        super("The email address belongs to another member", cause);
    }
}
