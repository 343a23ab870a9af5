/**
 * The browser's two ceremonies, and the rule that a page runs one at a time.
 *
 * @module
 */
import { creationOptions, credentialToJson, requestOptions } from './conversion.js';
import { LatchkeyError, fromBrowser } from './errors.js';
import { linked } from './signals.js';

/** @returns {boolean} whether this browser, on this page, can use passkeys at all */
export function isSupported() {
  return Boolean(globalThis.isSecureContext && globalThis.PublicKeyCredential && navigator.credentials?.create);
}

/** @returns {Promise<boolean>} whether passkeys can show up in a form's autofill */
export async function isConditionalMediationAvailable() {
  return isSupported() && truthful(() => PublicKeyCredential.isConditionalMediationAvailable?.());
}

/** @returns {Promise<boolean>} whether this very device can keep a passkey behind its screen lock */
export async function isPlatformAuthenticatorAvailable() {
  return isSupported() && truthful(() => PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable?.());
}

/** @returns {Promise<boolean>} whether the browser can make a passkey without asking, after a password sign-in */
export async function isConditionalCreateAvailable() {
  /** @type {any} */
  const api = globalThis.PublicKeyCredential;
  return isSupported() && truthful(async () => (await api.getClientCapabilities?.())?.conditionalCreate);
}

/** @param {() => Promise<boolean> | undefined} question */
async function truthful(question) {
  try {
    return (await question()) === true;
  } catch {
    return false;
  }
}

/** @throws {LatchkeyError} `insecure_context` or `not_supported` */
export function requireSupport() {
  if (!isSupported()) {
    throw new LatchkeyError(globalThis.isSecureContext ? 'not_supported' : 'insecure_context');
  }
}

/**
 * @param {any} json the server's creation options
 * @param {AbortSignal} signal
 * @param {CredentialMediationRequirement} [mediation] `conditional` to ask nobody
 * @returns {Promise<Record<string, unknown>>} `authn_response`
 */
export function createPasskey(json, signal, mediation) {
  return perform(json, signal, () =>
    navigator.credentials.create({ publicKey: creationOptions(json), signal, ...(mediation && { mediation }) }),
  );
}

/**
 * @param {any} json the server's request options
 * @param {AbortSignal} signal
 * @param {CredentialMediationRequirement} [mediation] `conditional` for autofill
 * @returns {Promise<Record<string, unknown>>} `authn_response`
 */
export function getPasskey(json, signal, mediation) {
  return perform(json, signal, () =>
    navigator.credentials.get({ publicKey: requestOptions(json), signal, ...(mediation && { mediation }) }),
  );
}

/**
 * @param {{timeout?: number}} json
 * @param {AbortSignal} signal
 * @param {() => Promise<Credential | null>} ceremony
 * @returns {Promise<Record<string, unknown>>}
 */
async function perform({ timeout = Infinity }, signal, ceremony) {
  const begun = Date.now();
  try {
    const credential = await Promise.race([ceremony(), rejectedBy(signal)]);
    if (!credential) {
      throw new DOMException('The browser answered without a credential.', 'NotAllowedError');
    }
    return credentialToJson(/** @type {PublicKeyCredential} */ (credential));
  } catch (cause) {
    throw fromBrowser(cause, {
      elapsedMillis: Date.now() - begun,
      timeoutMillis: timeout,
      hasPlatformAuthenticator: await isPlatformAuthenticatorAvailable(),
    });
  }
}

/**
 * Some password managers that stand in for the browser do not honour the signal.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<never>}
 */
function rejectedBy(signal) {
  return new Promise((_, reject) => {
    const abort = () => reject(new DOMException('The ceremony was aborted.', 'AbortError'));
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) {
      abort();
    }
  });
}

/**
 * A ceremony in the foreground.
 *
 * @typedef {object} Foreground
 * @property {() => void} abort
 * @property {Promise<boolean>} done true if it succeeded
 */

/** @type {Foreground | undefined} */
let foreground;

/** @type {() => Promise<void>} */
let interruptAutofill = async () => {};

/**
 * Runs a ceremony in the foreground. An earlier one is aborted; a pending autofill steps aside and, unless this one
 * succeeds, comes back by itself.
 *
 * @template T
 * @param {AbortSignal | undefined} signal
 * @param {(signal: AbortSignal) => Promise<T>} ceremony
 * @returns {Promise<T>}
 */
export async function inForeground(signal, ceremony) {
  const earlier = foreground;
  const control = linked(signal);
  let finish = /** @type {(succeeded: boolean) => void} */ (() => {});
  const mine = { abort: control.abort, done: new Promise((resolve) => (finish = resolve)) };
  foreground = mine;
  let succeeded = false;
  try {
    earlier?.abort();
    await earlier?.done;
    await interruptAutofill();
    const result = await ceremony(control.signal);
    succeeded = true;
    return result;
  } finally {
    if (foreground === mine) {
      foreground = undefined;
    }
    control.release();
    finish(succeeded);
  }
}

/** @returns {boolean} whether a ceremony runs in the foreground */
export function foregroundBusy() {
  return foreground !== undefined;
}

/** @returns {Promise<boolean>} resolved once no ceremony runs in the foreground: false if the last one succeeded */
export async function foregroundFree() {
  let succeeded = false;
  while (foreground && !succeeded) {
    succeeded = await foreground.done;
  }
  return !succeeded;
}

/** @param {() => Promise<void>} interrupt steps aside, resolved once the browser has let go */
export function autofillInterruptedBy(interrupt) {
  interruptAutofill = interrupt;
}
