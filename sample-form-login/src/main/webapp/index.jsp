<%@ include file="/WEB-INF/pages/top.jspf" %>
<h1>Marlow Ferries</h1>
<p class="lead">Every half hour, from either bank, in any weather but fog.</p>
<p><a class="button primary" href="crew/roster">Crew: this week’s roster</a></p>
<%@ include file="/WEB-INF/pages/bottom.jspf" %>
