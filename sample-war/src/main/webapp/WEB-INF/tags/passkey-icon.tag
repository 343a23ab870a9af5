<%@ tag pageEncoding="UTF-8" trimDirectiveWhitespaces="true" body-content="empty" %>
<svg class="icon" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
  <circle cx="9" cy="7" r="4"/>
  <path d="M1.5 20.5c0-4.2 3.2-7 7.5-7 1.5 0 2.9.4 4.1 1v6z"/>
  <path d="M19 8.5a3.6 3.6 0 0 0-1.5 6.9v6.1l1.5 1.5 2.6-2.6-1.5-1.5 1.5-1.5-1.3-1.3A3.6 3.6 0 0 0 19 8.5zm0 3.9a1.1 1.1 0 1 1 0-2.2 1.1 1.1 0 0 1 0 2.2z"/>
</svg>
