<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="f" uri="/WEB-INF/library.tld" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Get a library card" script="passkey-signup.js">
  <div class="narrow">
    <h1>Get a library card</h1>
    <form class="card" id="signup" method="post" action="${pageContext.request.contextPath}/signup">
      <input type="hidden" name="csrf" value="${f:text(csrf)}">
      <t:field name="fullName" label="Name" type="text" value="${fullName}" autocomplete="name" error="${errors.fullName}"/>
      <t:field name="email" label="Email address" type="email" value="${email}" autocomplete="username" error="${errors.email}"/>
      <div class="needs-script">
        <p class="before">
          <t:passkey-icon/>
          <span>Next, your device asks for your fingerprint, your face or your screen lock and keeps a <strong>passkey</strong> for you.
          From then on you sign in the same way, without a password.</span>
        </p>
        <button class="button primary wide" type="submit" name="way" value="passkey" data-busy="Waiting for your device…">
          <t:passkey-icon/> <span>Create account with a passkey</span>
        </button>
        <p class="status" id="status" role="status"></p>
      </div>
      <details id="password-way" ${empty errors ? '' : 'open'}>
        <summary>Use a password instead</summary>
        <t:field name="password" label="Password" type="password" autocomplete="new-password" hint="At least 10 characters"
                 error="${errors.password}" optional="true"/>
        <button class="button wide" type="submit" name="way" value="password">Create account with a password</button>
      </details>
    </form>
    <p class="aside">You have a card already? <a href="${pageContext.request.contextPath}/signin">Sign in</a></p>
  </div>
</t:page>
