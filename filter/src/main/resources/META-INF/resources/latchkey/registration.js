/**
 * New passkeys: made by the browser, handed to the server, and withdrawn again where the server certainly does not have
 * them.
 *
 * @module
 */
import { createPasskey, foregroundBusy, inForeground, isConditionalCreateAvailable } from './ceremony.js';
import { LatchkeyError } from './errors.js';
import { METHODS_PATH } from './passkeys.js';
import { withdraw } from './signal-api.js';
import { linked } from './signals.js';

/** @typedef {import('./autofill.js').Challenge} Challenge */
/** @typedef {import('./passkeys.js').Passkey} Passkey */

/**
 * @template T
 * @param {Challenge} challenge
 * @param {(response: Record<string, unknown>) => Promise<T>} submit hands the new passkey to the server
 * @param {AbortSignal} signal
 * @param {'conditional'} [mediation] the browser asks nobody
 * @returns {Promise<T>}
 */
export async function register({ authn_params_public_key: options }, submit, signal, mediation) {
  const received = Date.now();
  const response = await createPasskey(options, signal, mediation);
  const late = Date.now() - received >= (options.timeout ?? Infinity);
  try {
    return await submit(response);
  } catch (error) {
    if (unregistered(error, late)) {
      await withdraw(options.rp.id, response.id);
    }
    throw error;
  }
}

/**
 * Has the browser forget a passkey that was refused because the server does not know it.
 *
 * @param {unknown} error
 * @param {Challenge} challenge of a login
 * @param {Record<string, unknown>} response
 * @returns {Promise<void>}
 */
export async function forgetUnknown(error, { authn_params_public_key: { rpId } }, response) {
  if (error instanceof LatchkeyError && error.unregistered) {
    await withdraw(rpId, response.id);
  }
}

/**
 * Whether the server has certainly not stored the passkey that it was sent. A refusal alone does not prove it: a browser
 * whose connection broke sends the request once more, and a server that has stored the passkey by then refuses it.
 *
 * @param {unknown} error
 * @param {boolean} late whether the challenge had expired before the passkey was sent at all
 */
function unregistered(error, late) {
  if (!(error instanceof LatchkeyError) || error.status === undefined) {
    return false;
  }
  return error.unregistered || (late && error.status >= 400 && error.status < 500);
}

/**
 * One more passkey for the account that is logged in.
 *
 * @param {(call: import('./passkeys.js').AccountCall) => Promise<any>} call
 * @param {string | undefined} realm
 * @param {AbortSignal} signal
 * @param {'conditional'} [mediation]
 * @returns {Promise<Passkey>}
 */
export async function enroll(call, realm, signal, mediation) {
  const begun = Date.now();
  const challenge = await call({
    path: METHODS_PATH,
    body: { type: 'passkey', connection: realm, use_exclude_credentials: true, mediation },
    meanings: { 409: 'too_many_passkeys' },
  });
  const submit = (/** @type {Record<string, unknown>} */ response) =>
    call({
      path: `${METHODS_PATH}/passkey%7Cnew/verify`,
      body: { auth_session: challenge.auth_session, authn_response: response },
      meanings: { 400: expired(challenge, begun) ?? 'passkey_refused', 409: 'too_many_passkeys' },
    });
  const limit = linked(signal);
  const timer = mediation && setTimeout(limit.abort, challenge.authn_params_public_key.timeout);
  try {
    return await register(challenge, submit, limit.signal, mediation);
  } finally {
    clearTimeout(timer);
    limit.release();
  }
}

/**
 * An enrollment that the browser may make something of, or not.
 *
 * @param {AbortSignal | undefined} signal
 * @param {(signal: AbortSignal) => Promise<Passkey>} conditionally
 * @returns {Promise<Passkey | undefined>}
 */
export async function upgrade(signal, conditionally) {
  if (!(await isConditionalCreateAvailable()) || foregroundBusy()) {
    return undefined;
  }
  try {
    return await inForeground(signal, conditionally);
  } catch (error) {
    if (error instanceof LatchkeyError && error.status === undefined && error.code !== 'offline') {
      return undefined;
    }
    throw error;
  }
}

/**
 * The server refuses what is too old in the same words as what is wrong; the clock tells which it was.
 *
 * @param {Challenge} challenge
 * @param {number} begunMillis
 * @returns {import('./errors.js').LatchkeyErrorCode | undefined}
 */
export function expired({ authn_params_public_key: { timeout = Infinity } }, begunMillis) {
  return Date.now() - begunMillis >= timeout ? 'session_expired' : undefined;
}
