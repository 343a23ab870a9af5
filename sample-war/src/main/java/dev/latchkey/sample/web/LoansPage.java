package dev.latchkey.sample.web;

import dev.latchkey.sample.loans.Loans;
import dev.latchkey.sample.members.Member;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;

/** {@code GET /loans} shows what the member has at home, {@code POST /loans} borrows, renews or gives back. */
public final class LoansPage extends Page {

    public LoansPage() {
        super("loans");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            Loans loans = loans();
            request.setAttribute("loans", loans.of(memberId(request)));
            request.setAttribute("shelf", loans.onShelf());
            request.setAttribute("recent", Visit.isRecent(request));
        } catch (SQLException e) {
            throw new ServletException("The loan table cannot be read", e);
        }
        show(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            redirect(request, response, "/loans?" + (act(request) ? parameter(request, "action") : "unavailable"));
        } catch (NumberFormatException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, "There is no such book.");
        } catch (SQLException e) {
            throw new ServletException("The loan table cannot be written", e);
        }
    }

    private boolean act(HttpServletRequest request) throws SQLException {
        long bookId = Long.parseLong(parameter(request, "book"));
        return switch (parameter(request, "action")) {
            case "borrow" -> loans().borrow(memberId(request), bookId);
            case "renew" -> loans().renew(memberId(request), bookId);
            case "return" -> loans().giveBack(memberId(request), bookId);
            default -> false;
        };
    }

    private static long memberId(HttpServletRequest request) {
        return ((Member) request.getAttribute("member")).id();
    }

    private Loans loans() {
        return new Loans(Database.of(getServletContext()));
    }
}
