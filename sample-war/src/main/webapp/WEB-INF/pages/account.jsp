<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="f" uri="/WEB-INF/library.tld" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Your account" script="passkey-account.js">
  <h1>Your account</h1>
  <t:when test="${param.saved != null}">
    <p class="notice" role="status">Your password is saved.</p>
  </t:when>
  <section class="card" aria-labelledby="details-title">
    <h2 id="details-title">Library card ${member.id()}</h2>
    <dl class="facts">
      <dt>Name</dt><dd>${f:text(member.fullName())}</dd>
      <dt>Email address</dt><dd>${f:text(member.email())}</dd>
      <dt>Member since</dt><dd>${f:day(member.joined())}</dd>
    </dl>
  </section>

  <section class="card" id="passkeys" aria-labelledby="passkeys-title" data-has-password="${member.hasPassword()}">
    <h2 id="passkeys-title"><t:passkey-icon/> Passkeys</h2>
    <noscript><p>Passkeys need JavaScript, which is switched off in this browser.</p></noscript>
    <div class="needs-script">
      <p>A passkey is kept by your device or your password manager. You sign in with your fingerprint, your face or your
        screen lock, and there is no password to forget or to steal.</p>
      <ul class="passkeys" id="passkey-list" aria-busy="true"><li class="hint">Looking for your passkeys…</li></ul>
      <p class="status" id="status" role="status"></p>
      <button class="button primary" type="button" id="passkey-add" data-busy="Waiting for your device…">
        <t:passkey-icon/> <span>Add a passkey</span>
      </button>
    </div>
  </section>

  <section class="card" aria-labelledby="password-title">
    <h2 id="password-title">Password</h2>
    <form class="short" method="post" action="${pageContext.request.contextPath}/account">
      <input type="hidden" name="csrf" value="${f:text(csrf)}">
      <input type="text" name="username" value="${f:text(member.email())}" autocomplete="username" readonly hidden>
      <t:when test="${member.hasPassword()}">
        <t:field name="password" label="Current password" type="password" autocomplete="current-password" error="${errors.password}"/>
      </t:when>
      <t:when test="${not member.hasPassword()}">
        <p>You have no password, and need none while you have a passkey. You may set one as a second way in.</p>
      </t:when>
      <t:field name="newPassword" label="New password" type="password" autocomplete="new-password" hint="At least 10 characters"
               error="${errors.newPassword}"/>
      <button class="button" type="submit">Save password</button>
    </form>
  </section>

  <template id="passkey-card">
    <li class="passkey">
      <div>
        <h3></h3>
        <p class="kind"></p>
        <p class="hint times"></p>
      </div>
      <div class="actions">
        <button class="button small rename" type="button">Rename</button>
        <button class="button small remove" type="button">Remove</button>
      </div>
    </li>
  </template>

  <dialog id="rename-dialog" aria-labelledby="rename-title">
    <form method="dialog">
      <h2 id="rename-title">Rename passkey</h2>
      <div class="field">
        <label for="passkey-name">Name</label>
        <input id="passkey-name" type="text" maxlength="60" required autocomplete="off">
      </div>
      <div class="actions">
        <button class="button primary" type="submit" value="ok">Save</button>
        <button class="button" type="submit" value="cancel" formnovalidate>Cancel</button>
      </div>
    </form>
  </dialog>

  <dialog id="remove-dialog" aria-labelledby="remove-title" aria-describedby="remove-text">
    <form method="dialog">
      <h2 id="remove-title">Remove this passkey?</h2>
      <p id="remove-text">You can then no longer sign in with <strong id="remove-name"></strong>. A copy may stay in your
        password manager until you remove it there too.</p>
      <div class="actions">
        <button class="button danger" type="submit" value="ok">Remove</button>
        <button class="button" type="submit" value="cancel" autofocus>Keep it</button>
      </div>
    </form>
  </dialog>
</t:page>
