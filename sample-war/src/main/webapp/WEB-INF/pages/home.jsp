<%@ page contentType="text/html; charset=UTF-8" session="false" %>
<%@ taglib prefix="f" uri="/WEB-INF/library.tld" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="Welcome">
  <t:when test="${param.goodbye != null and not signedIn}">
    <p class="notice" role="status">You are signed out. See you soon.</p>
  </t:when>
  <section class="hero">
    <h1>A quiet place, and your books at hand</h1>
    <p class="lead">See what you have borrowed, keep it a little longer, and find something new on the shelf.</p>
    <p class="actions">
      <t:when test="${signedIn}">
        <a class="button primary" href="${pageContext.request.contextPath}/loans">My loans</a>
      </t:when>
      <t:when test="${not signedIn}">
        <a class="button primary" href="${pageContext.request.contextPath}/signup">Get a library card</a>
        <a class="button" href="${pageContext.request.contextPath}/signin">Sign in</a>
      </t:when>
    </p>
  </section>
  <div class="columns">
    <section class="card">
      <h2>Opening hours</h2>
      <dl class="facts">
        <dt>Tuesday to Friday</dt><dd>10 to 18</dd>
        <dt>Saturday</dt><dd>10 to 14</dd>
        <dt>Sunday and Monday</dt><dd>closed</dd>
      </dl>
    </section>
    <section class="card">
      <h2>Your card</h2>
      <p>A card is free. You may keep a book for three weeks, and twice ask for three weeks more.</p>
    </section>
  </div>
</t:page>
