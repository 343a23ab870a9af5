<%@ include file="/WEB-INF/pages/top.jspf" %>
<h1>This week’s roster</h1>
<p id="who">You are signed in as <strong><%= Html.text(request.getRemoteUser()) %></strong>, by
  <%= "FORM".equals(request.getAuthType()) ? "password" : "passkey" %>.</p>
<table class="card">
  <thead><tr><th scope="col">Day</th><th scope="col">Early</th><th scope="col">Late</th></tr></thead>
  <tbody>
    <tr><th scope="row">Monday</th><td>Ada Marsh</td><td>Mae Torrance</td></tr>
    <tr><th scope="row">Wednesday</th><td>Mae Torrance</td><td>Ada Marsh</td></tr>
    <tr><th scope="row">Saturday</th><td>Ada Marsh</td><td>Ada Marsh</td></tr>
  </tbody>
</table>
<section class="card needs-script" aria-labelledby="passkeys-heading">
  <h2 id="passkeys-heading">Your passkeys</h2>
  <ul id="passkeys" aria-busy="true"></ul>
  <p class="hint">With a passkey you sign in by fingerprint, face or screen lock. Your password keeps working.</p>
  <button class="button" type="button" id="passkey-add" data-busy="Waiting for your device…">Add a passkey</button>
  <p class="status" id="status" role="status"></p>
</section>
<script type="module" src="${pageContext.request.contextPath}/assets/passkeys.js"></script>
<%@ include file="/WEB-INF/pages/bottom.jspf" %>
