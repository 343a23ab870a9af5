package dev.latchkey.http;

import java.io.IOException;

/** Answers the requests of one endpoint. Thread-safe. */
@FunctionalInterface
interface Handler {

    /** @throws ApiException if the request ends in an error of the contract */
    Reply handle(Call call) throws IOException;
}
