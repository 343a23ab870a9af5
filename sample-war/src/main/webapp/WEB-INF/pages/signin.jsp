<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="f" uri="/WEB-INF/library.tld" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Sign in" script="passkey-signin.js">
  <div class="narrow">
    <h1>Sign in</h1>
    <t:when test="${param.again != null}">
      <p class="notice">For your safety, please show once more that it is you.</p>
    </t:when>
    <t:when test="${not empty error}">
      <p class="notice bad" id="signin-error" role="alert">${f:text(error)}</p>
    </t:when>
    <form class="card" id="signin" method="post" action="${pageContext.request.contextPath}/signin">
      <input type="hidden" name="csrf" value="${f:text(csrf)}">
      <input type="hidden" name="next" value="${f:text(next)}">
      <t:field name="email" label="Email address" type="email" value="${email}" autocomplete="username webauthn"
               error="${empty error ? '' : 'Check the email address.'}"/>
      <t:field name="password" label="Password" type="password" autocomplete="current-password"
               error="${empty error ? '' : 'Check the password.'}"/>
      <button class="button primary wide" type="submit">Sign in</button>
      <div class="needs-script">
        <p class="or"><span>or</span></p>
        <button class="button wide" type="button" id="passkey-signin" data-busy="Waiting for your device…">
          <t:passkey-icon/> <span>Sign in with a passkey</span>
        </button>
        <p class="hint">Uses your fingerprint, your face or your screen lock. Nothing to remember.</p>
        <p class="status" id="status" role="status"></p>
      </div>
    </form>
    <p class="aside">No card yet? <a href="${pageContext.request.contextPath}/signup">Get a library card</a></p>
  </div>
</t:page>
