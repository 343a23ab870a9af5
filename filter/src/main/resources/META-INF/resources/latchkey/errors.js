/**
 * Everything that can go wrong, each with a stable code and a sentence for the person in front of the screen.
 *
 * @module
 */

/** What a person reads, by code. A host replaces or translates any of them with the `messages` option. */
const SENTENCES = Object.freeze({
  aborted: 'This attempt was stopped. Nothing was changed.',
  access_denied: 'This account may not be used here. Please ask the people who run this site.',
  already_registered: 'This device already has a passkey for your account. You can sign in with it.',
  authenticator_failed: 'Your device could not finish this. Please try again, or use another device.',
  busy: 'Another passkey request is still open. Finish or close it, then try again.',
  cancelled: 'The passkey request was closed. Nothing was changed, and you can try again whenever you like.',
  identifier_taken: 'There is already an account with these details. Please sign in instead.',
  insecure_context: 'Passkeys need a secure connection. Open this page by its https:// address.',
  invalid_request: 'Something you entered was not accepted. Please check it and try again.',
  last_passkey: 'This is the only way into your account, so it has to stay. Add another passkey first.',
  login_required: 'For your safety, please sign in again before you change your passkeys.',
  misconfigured: 'Passkeys are not set up correctly on this site. Please tell the people who run it.',
  no_authenticator: 'This device cannot keep a passkey yet. Set up a screen lock, or use your phone or a security key.',
  not_found: 'This passkey is no longer there. Reload the page to see your current passkeys.',
  not_supported: 'This browser cannot use passkeys. Update it, or use another browser or another way to sign in.',
  offline: 'The server could not be reached. Check your connection, then try again.',
  origin_not_allowed: 'Passkeys are not accepted at this address. Open the site by its usual address.',
  passkey_refused: 'The new passkey could not be accepted, and nothing was saved. Please try again.',
  passkey_removed:
    'This passkey no longer belongs to an account here, so you can delete it from your password manager. Please sign in another way.',
  passkey_unknown: 'This passkey was not accepted. It may have been removed from your account. Try another way to sign in.',
  rate_limited: 'There were too many attempts. Wait a moment, then try again.',
  server_error: 'Something went wrong on our side. Please try again in a moment.',
  session_expired: 'This took too long and was stopped for your safety. Please try again.',
  timeout: 'No answer came in time, so this was stopped. Nothing was changed. Please try again.',
  too_many_passkeys: 'Your account holds as many passkeys as it can. Remove one that you no longer use first.',
  wrong_domain: 'The passkeys of this site do not work at this address. Open the site by its usual address.',
});

/** @typedef {keyof typeof SENTENCES} LatchkeyErrorCode */

/**
 * @typedef {object} LatchkeyErrorContext
 * @property {number} [status] HTTP status, where a server answered
 * @property {unknown} [cause] the browser's error beneath
 * @property {Record<string, any>} [details] the server's error body; `retry_after_seconds` where it named a pause
 * @property {boolean} [unregistered] the server says that it does not have the passkey it was sent
 */

/** A failure that a page can show as it is: `message` is a sentence, `code` is stable. */
export class LatchkeyError extends Error {
  /**
   * @param {LatchkeyErrorCode} code
   * @param {LatchkeyErrorContext} [context]
   */
  constructor(code, { status, cause, details = {}, unregistered = false } = {}) {
    super(SENTENCES[code], cause === undefined ? undefined : { cause });
    this.name = 'LatchkeyError';
    /** @type {LatchkeyErrorCode} */
    this.code = code;
    /** @type {number | undefined} */
    this.status = status;
    /** @type {Record<string, any>} */
    this.details = details;
    this.unregistered = unregistered;
  }
}

/**
 * @param {LatchkeyError} error
 * @param {Partial<Record<LatchkeyErrorCode, string>>} messages the host's own sentences
 * @returns {LatchkeyError} the same error
 */
export function worded(error, messages) {
  error.message = messages[error.code] ?? error.message;
  return error;
}

/** Nobody closes a dialog faster than this; a refusal that comes sooner is the browser's own. */
const FASTEST_PERSON_MILLIS = 300;

/**
 * Reads what `navigator.credentials` threw. Browsers say `NotAllowedError` for cancel, timeout and absence alike,
 * to keep pages from probing; the time it took tells them apart well enough to choose a sentence.
 *
 * @param {unknown} cause
 * @param {{elapsedMillis: number, timeoutMillis: number, hasPlatformAuthenticator: boolean}} circumstances
 * @returns {LatchkeyError}
 */
export function fromBrowser(cause, { elapsedMillis, timeoutMillis, hasPlatformAuthenticator }) {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  /** @type {Record<string, LatchkeyErrorCode>} */
  const codes = {
    AbortError: 'aborted',
    ConstraintError: 'no_authenticator',
    EncodingError: 'misconfigured',
    InvalidStateError: 'already_registered',
    NotAllowedError: refusal(),
    NotSupportedError: 'not_supported',
    OperationError: 'busy',
    SecurityError: globalThis.isSecureContext ? 'wrong_domain' : 'insecure_context',
    TypeError: 'misconfigured',
  };
  return new LatchkeyError(codes[name] ?? 'authenticator_failed', { cause });

  /** @returns {LatchkeyErrorCode} */
  function refusal() {
    if (elapsedMillis >= timeoutMillis) {
      return 'timeout';
    }
    return elapsedMillis < FASTEST_PERSON_MILLIS && !hasPlatformAuthenticator ? 'no_authenticator' : 'cancelled';
  }
}

/** By which the server says that it does not have a passkey: a new one that it refused, or, where it is configured to, one to log in with. */
const SIGNAL_HEADER = 'Latchkey-Signal';

/**
 * Reads an error body of the contract: `error` and `error_description` of OAuth, or the problem document of
 * My Account.
 *
 * @param {Response} response not 2xx
 * @param {Record<string, any>} body
 * @param {Partial<Record<string, LatchkeyErrorCode>>} meanings what this call's own errors mean, by status or `error`, or
 *   `unregistered` where the server says that it does not have the passkey
 * @returns {LatchkeyError}
 */
export function fromReply(response, body, meanings) {
  const { status } = response;
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const details = Number.isFinite(retryAfter) ? { ...body, retry_after_seconds: retryAfter } : body;
  const unregistered = response.headers.get(SIGNAL_HEADER) === 'unknown-credential';
  const code = (unregistered && meanings.unregistered) || (meanings[body.error] ?? meanings[status] ?? general(status, body));
  return new LatchkeyError(refined(code, body), { status, details, unregistered });
}

/**
 * @param {number} status
 * @param {Record<string, any>} body
 * @returns {LatchkeyErrorCode}
 */
function general(status, body) {
  if (status >= 500) {
    return 'server_error';
  }
  if (body.error === 'invalid_client') {
    return 'misconfigured';
  }
  /** @type {Record<number, LatchkeyErrorCode>} */
  const codes = { 400: 'invalid_request', 401: 'login_required', 403: 'access_denied', 429: 'rate_limited' };
  return codes[status] ?? 'misconfigured';
}

/** My Account names the kind of an error by the anchor of its `type`. @type {Record<string, LatchkeyErrorCode>} */
const KINDS = {
  'authentication-not-recent': 'login_required',
  'insufficient-scope': 'misconfigured',
  'last-passkey': 'last_passkey',
  'too-many-passkeys': 'too_many_passkeys',
};

/**
 * The contract gives some causes one code; what stands beside it tells them apart.
 *
 * @param {LatchkeyErrorCode} code
 * @param {Record<string, any>} body
 * @returns {LatchkeyErrorCode}
 */
function refined(code, { error, type = '', detail = '', error_description: description = '' }) {
  const kind = KINDS[String(type).split('#').pop() ?? ''];
  const words = `${detail} ${description}`;
  if (kind) {
    return kind;
  }
  switch (code) {
    case 'access_denied':
      if (error === 'unauthorized_client') {
        return 'misconfigured';
      }
      return /origin|own pages/i.test(words) ? 'origin_not_allowed' : code;
    case 'identifier_taken':
      return /already|taken|in use|exists/i.test(words) ? code : 'invalid_request';
    case 'passkey_refused':
    case 'passkey_unknown':
      return /auth_session/i.test(words) ? 'session_expired' : code;
    default:
      return code;
  }
}
