<%@ include file="/WEB-INF/pages/top.jspf" %>
<div class="narrow">
  <h1>Crew sign-in</h1>
  <% boolean refused = request.getParameter("refused") != null; %>
  <% if (refused) { %>
  <p class="notice bad" id="refused" role="alert">Name and password do not match. Please check both.</p>
  <% } %>
  <form class="card" method="post" action="${pageContext.request.contextPath}/j_security_check">
    <label for="name">Name</label>
    <input id="name" name="j_username" autocomplete="username webauthn" autocapitalize="none" spellcheck="false" required
           <%= refused ? "aria-invalid=\"true\" aria-describedby=\"refused\"" : "" %>>
    <label for="password">Password</label>
    <input id="password" name="j_password" type="password" autocomplete="current-password" required
           <%= refused ? "aria-invalid=\"true\" aria-describedby=\"refused\"" : "" %>>
    <button class="button primary" type="submit">Sign in</button>
    <div class="needs-script">
      <p class="or"><span>or</span></p>
      <button class="button" type="button" id="passkey-signin" data-busy="Waiting for your device…">Sign in with a passkey</button>
      <p class="hint">Uses your fingerprint, your face or your screen lock.</p>
      <p class="status" id="status" role="status"></p>
    </div>
  </form>
</div>
<script type="module" src="${pageContext.request.contextPath}/assets/signin.js"></script>
<%@ include file="/WEB-INF/pages/bottom.jspf" %>
