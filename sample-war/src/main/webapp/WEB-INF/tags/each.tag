<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%@ attribute name="items" required="true" type="java.util.Collection" %>
<%@ variable name-given="item" scope="NESTED" %>
<% for (Object item : (java.util.Collection<?>) jspContext.getAttribute("items")) {
     jspContext.setAttribute("item", item); %><jsp:doBody/><% } %>
