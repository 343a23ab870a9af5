/**
 * The Signal API, W3C Web Authentication Level 3 §5.1.10: it tells the browser, and so the password manager, what
 * the server knows of a passkey. A courtesy, which may be absent or fail without harm.
 *
 * @module
 */

/** @typedef {'signalUnknownCredential' | 'signalAllAcceptedCredentials' | 'signalCurrentUserDetails'} Signal */

/**
 * @param {Signal} method
 * @param {object} options
 * @returns {Promise<void>} resolved once the browser has heard it, or has not
 */
export async function signal(method, options) {
  /** @type {any} */
  const api = globalThis.PublicKeyCredential;
  try {
    await api?.[method]?.(options);
  } catch {
    // Nothing depends on it.
  }
}

/**
 * Has the browser forget a passkey that the server does not know.
 *
 * @param {string} rpId
 * @param {unknown} credentialId base64url
 * @returns {Promise<void>}
 */
export function withdraw(rpId, credentialId) {
  return signal('signalUnknownCredential', { rpId, credentialId });
}
