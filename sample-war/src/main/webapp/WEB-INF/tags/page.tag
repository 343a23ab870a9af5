<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="script" required="false" %>
<%@ taglib prefix="f" uri="/WEB-INF/library.tld" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<!DOCTYPE html>
<html lang="en" data-base="${pageContext.request.contextPath}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${f:text(title)} · Fernhill Library</title>
  <link rel="icon" type="image/svg+xml" href="${pageContext.request.contextPath}/app/favicon.svg">
  <link rel="stylesheet" href="${pageContext.request.contextPath}/app/library.css">
  ${empty script ? '' : '<script type="module" src="'.concat(pageContext.request.contextPath).concat('/app/').concat(script).concat('"></script>')}
</head>
<body>
  <a class="skip" href="#content">Skip to the content</a>
  <header class="top">
    <div class="bar">
      <a class="brand" href="${pageContext.request.contextPath}/">
        <img src="${pageContext.request.contextPath}/app/favicon.svg" alt="" width="28" height="28">
        Fernhill Library
      </a>
      <nav aria-label="Main">
        <t:when test="${pageContext.request.getSession(false).getAttribute('member') != null}">
          <a href="${pageContext.request.contextPath}/loans">My loans</a>
          <a href="${pageContext.request.contextPath}/account">Account</a>
          <form method="post" action="${pageContext.request.contextPath}/signout">
            <input type="hidden" name="csrf" value="${f:text(pageContext.request.getSession(false).getAttribute('csrf'))}">
            <button class="link" type="submit">Sign out</button>
          </form>
        </t:when>
        <t:when test="${pageContext.request.getSession(false).getAttribute('member') == null}">
          <a href="${pageContext.request.contextPath}/signin">Sign in</a>
          <a href="${pageContext.request.contextPath}/signup">Join</a>
        </t:when>
      </nav>
    </div>
  </header>
  <main id="content" tabindex="-1">
    <jsp:doBody/>
  </main>
  <footer>Fernhill Library, a sample application</footer>
</body>
</html>
