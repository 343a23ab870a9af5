<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="scriptless" %>
<%@ attribute name="name" required="true" %>
<%@ attribute name="label" required="true" %>
<%@ attribute name="type" required="true" %>
<%@ attribute name="autocomplete" required="true" %>
<%@ attribute name="value" required="false" %>
<%@ attribute name="hint" required="false" %>
<%@ attribute name="error" required="false" %>
<%@ attribute name="optional" required="false" type="java.lang.Boolean" %>
<%@ taglib prefix="f" uri="/WEB-INF/library.tld" %>
<div class="field">
  <label for="${name}">${f:text(label)}</label>
  <input id="${name}" name="${name}" type="${type}" value="${f:text(value)}" autocomplete="${autocomplete}" maxlength="300"
    ${type == 'email' ? 'inputmode="email" autocapitalize="none" spellcheck="false"' : ''}
    ${optional ? '' : 'required'} ${empty error ? '' : 'aria-invalid="true"'} aria-describedby="${name}-hint ${name}-error">
  <p class="hint" id="${name}-hint">${f:text(hint)}</p>
  <p class="field-error" id="${name}-error">${f:text(error)}</p>
</div>
