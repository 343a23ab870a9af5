package dev.latchkey.sample.members;

/** There is a member with this e-mail address already. */
public class EmailTakenException extends Exception {

    public EmailTakenException(Throwable cause) {
        super("The e-mail address belongs to another member", cause);
    }
}
