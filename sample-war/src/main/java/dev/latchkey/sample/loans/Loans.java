package dev.latchkey.sample.loans;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The book and loan tables. Thread-safe. */
public final class Loans {

    private static final int LOAN_DAYS = 21;

    private static final String OF_MEMBER =
            "select * from book join loan on loan.book_id = book.id where member_id = ? order by due, title";
    private static final String ON_SHELF =
            "select * from book where id not in (select book_id from loan) order by title";
    private static final String BORROW = "insert into loan (book_id, member_id, due, renewals)"
            + " select id, ?, ?, 0 from book where id = ? and id not in (select book_id from loan)";
    private static final String RENEW = "update loan set due = ?, renewals = renewals + 1"
            + " where member_id = ? and book_id = ? and renewals < " + Loan.MAX_RENEWALS;
    private static final String GIVE_BACK = "delete from loan where member_id = ? and book_id = ?";

    private final DataSource database;

    public Loans(DataSource database) {
        this.database = database;
    }

    public List<Loan> of(long memberId) throws SQLException {
        List<Loan> loans = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(OF_MEMBER)) {
            statement.setLong(1, memberId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    loans.add(new Loan(book(row), row.getDate("due").toLocalDate(), row.getInt("renewals")));
                }
            }
        }
        return loans;
    }

    public List<Book> onShelf() throws SQLException {
        List<Book> books = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ON_SHELF);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                books.add(book(row));
            }
        }
        return books;
    }

    /** Lends a book for three weeks; false if somebody else has it. */
    public boolean borrow(long memberId, long bookId) throws SQLException {
        return update(BORROW, memberId, due(), bookId);
    }

    /** Three weeks from today; false if it was renewed too often. */
    public boolean renew(long memberId, long bookId) throws SQLException {
        return update(RENEW, due(), memberId, bookId);
    }

    public boolean giveBack(long memberId, long bookId) throws SQLException {
        return update(GIVE_BACK, memberId, bookId);
    }

    private static Date due() {
        return Date.valueOf(LocalDate.now(ZoneId.systemDefault()).plusDays(LOAN_DAYS));
    }

    private boolean update(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate() == 1;
        }
    }

    private static Book book(ResultSet row) throws SQLException {
        return new Book(row.getLong("id"), row.getString("title"), row.getString("author"));
    }
}
