package dev.latchkey.servlet;

import jakarta.servlet.http.HttpServletRequest;

public final class CustomerLogin implements LoginListener {
    @Override
    public void loggedIn(HttpServletRequest request, PasskeyPrincipal principal) {
        request.getSession().setAttribute("customer", new Customer(principal.name()));
    }

    @Override
    public void loggedOut(HttpServletRequest request, PasskeyPrincipal principal) {
        request.getSession().removeAttribute("customer");
    }
}
