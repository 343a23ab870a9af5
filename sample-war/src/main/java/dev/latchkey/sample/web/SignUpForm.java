package dev.latchkey.sample.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What somebody wrote into the sign-up form. */
record SignUpForm(String fullName, String email, String password) {

    static final int MIN_PASSWORD = 10;
    static final int MAX_PASSWORD = 200;
    private static final int MAX_NAME = 300;
    private static final int MAX_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    static SignUpForm of(HttpServletRequest request) {
        String password = request.getParameter("password");
        return new SignUpForm(
                Page.parameter(request, "fullName"),
                Page.parameter(request, "email"),
                password == null ? "" : password);
    }

    /** The sentences to show, by field; empty if all is well. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (fullName.isEmpty() || fullName.length() > MAX_NAME) {
            errors.put("fullName", "Please enter your name.");
        }
        if (email.length() > MAX_EMAIL || !EMAIL.matcher(email).matches()) {
            errors.put("email", "Please enter an email address, such as name@example.com.");
        }
        if (!isAcceptable(password)) {
            errors.put("password", passwordRule());
        }
        return errors;
    }

    static boolean isAcceptable(String password) {
        return password.length() >= MIN_PASSWORD && password.length() <= MAX_PASSWORD;
    }

    static String passwordRule() {
        return "Please choose a password of at least " + MIN_PASSWORD + " characters.";
    }
}
