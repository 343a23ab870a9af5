<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="f" uri="/WEB-INF/library.tld" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="My loans" script="passkey-offer.js">
  <t:when test="${pageContext.request.getSession(false).getAttribute('signedInByPassword') == true}">
    <section class="card offer" id="passkey-upgraded" aria-labelledby="upgraded-title" hidden>
      <h2 id="upgraded-title"><t:passkey-icon/> You have a passkey now</h2>
      <p id="upgraded-status" role="status"></p>
      <div class="actions"><a class="button" href="${pageContext.request.contextPath}/account">See your passkeys</a></div>
    </section>
    <section class="card offer" id="passkey-offer" aria-labelledby="offer-title" data-recent="${recent}" hidden>
      <h2 id="offer-title"><t:passkey-icon/> Sign in faster next time</h2>
      <p>With a passkey you sign in with your fingerprint, your face or your screen lock. Your password keeps working.</p>
      <div class="actions">
        <button class="button primary" type="button" id="passkey-add" data-busy="Waiting for your device…">
          <t:passkey-icon/> <span>Add a passkey</span>
        </button>
        <button class="button" type="button" id="offer-dismiss">Not now</button>
      </div>
      <p class="status" id="status" role="status"></p>
    </section>
  </t:when>

  <h1>My loans</h1>
  <p class="lead">Good to see you, ${f:text(member.fullName())}.</p>
  <t:when test="${param.borrow != null}"><p class="notice" role="status">The book is yours for three weeks.</p></t:when>
  <t:when test="${param.renew != null}"><p class="notice" role="status">You have three weeks more.</p></t:when>
  <t:when test="${param['return'] != null}"><p class="notice" role="status">Thank you. The book is back on the shelf.</p></t:when>
  <t:when test="${param.unavailable != null}">
    <p class="notice bad" role="alert">That did not work: somebody else has the book, or it was renewed twice already.</p>
  </t:when>

  <section class="card" aria-labelledby="home-title">
    <h2 id="home-title">At home with you</h2>
    <t:when test="${empty loans}"><p>You have nothing on loan. Have a look at the shelf below.</p></t:when>
    <ul class="books">
      <t:each items="${loans}">
        <li>
          <div>
            <h3>${f:text(item.book().title())}</h3>
            <p class="hint">${f:text(item.book().author())}, due ${f:day(item.due())}</p>
          </div>
          <form class="actions" method="post" action="${pageContext.request.contextPath}/loans">
            <input type="hidden" name="csrf" value="${f:text(csrf)}">
            <input type="hidden" name="book" value="${item.book().id()}">
            <t:when test="${item.renewable}">
              <button class="button small" name="action" value="renew"
                      aria-label="Renew ${f:text(item.book().title())}">Renew</button>
            </t:when>
            <button class="button small" name="action" value="return"
                    aria-label="Return ${f:text(item.book().title())}">Return</button>
          </form>
        </li>
      </t:each>
    </ul>
  </section>

  <section class="card" aria-labelledby="shelf-title">
    <h2 id="shelf-title">On the shelf</h2>
    <ul class="books">
      <t:each items="${shelf}">
        <li>
          <div>
            <h3>${f:text(item.title())}</h3>
            <p class="hint">${f:text(item.author())}</p>
          </div>
          <form class="actions" method="post" action="${pageContext.request.contextPath}/loans">
            <input type="hidden" name="csrf" value="${f:text(csrf)}">
            <input type="hidden" name="book" value="${item.id()}">
            <button class="button small" name="action" value="borrow"
                    aria-label="Borrow ${f:text(item.title())}">Borrow</button>
          </form>
        </li>
      </t:each>
    </ul>
  </section>
</t:page>
