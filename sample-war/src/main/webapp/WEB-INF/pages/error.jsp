<%@ page contentType="text/html; charset=UTF-8" session="false" isErrorPage="true" %>
<%@ taglib prefix="f" uri="/WEB-INF/library.tld" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="That did not work">
  <div class="narrow">
    <h1>${requestScope['jakarta.servlet.error.status_code'] == 404 ? 'There is no such page' : 'That did not work'}</h1>
    <p class="lead">${requestScope['jakarta.servlet.error.status_code'] == 403
        ? f:text(requestScope['jakarta.servlet.error.message'])
        : requestScope['jakarta.servlet.error.status_code'] == 404
        ? 'Please check the address, or start from the first page.'
        : 'Please go back and try again, or start from the first page.'}</p>
    <p class="actions"><a class="button" href="${pageContext.request.contextPath}/">To the first page</a></p>
  </div>
</t:page>
