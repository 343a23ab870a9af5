package dev.latchkey.it.plain;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.sql.Connection;
import javax.naming.InitialContext;
import javax.sql.DataSource;

/** Asks the server's default database, in a transaction. */
@WebServlet("/transaction")
public class TransactionPage extends HttpServlet {

    @Override
    @SuppressWarnings("BanJNDI")
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
            DataSource database = InitialContext.doLookup("java:comp/DefaultDataSource");
            transaction.begin();
            try (Connection connection = database.getConnection()) {
                response.getWriter().write(Trace.LEFT + " in " + connection.getCatalog());
            } finally {
                transaction.commit();
            }
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
