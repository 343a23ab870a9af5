<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%@ attribute name="test" required="true" type="java.lang.Boolean" %>
<% if (Boolean.TRUE.equals(jspContext.getAttribute("test"))) { %><jsp:doBody/><% } %>
