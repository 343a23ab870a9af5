<%@ page isErrorPage="true" %>
<%@ include file="/WEB-INF/pages/top.jspf" %>
<h1>Not for you</h1>
<p>You are signed in as <strong><%= Html.text(request.getRemoteUser()) %></strong>, who has no place in the crew. Sign out to be somebody else.</p>
<%@ include file="/WEB-INF/pages/bottom.jspf" %>
