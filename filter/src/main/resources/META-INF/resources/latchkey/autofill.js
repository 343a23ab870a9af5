/**
 * A login that waits in the form's autofill until somebody chooses a passkey there.
 *
 * @module
 */
import {
  autofillInterruptedBy,
  foregroundBusy,
  foregroundFree,
  getPasskey,
  isConditionalMediationAvailable,
} from './ceremony.js';
import { LatchkeyError } from './errors.js';
import { linked, pageVisible, pause } from './signals.js';

/** A challenge is renewed this long before it expires, so that whoever chooses last still has time to confirm. */
const RENEWAL_MARGIN_MILLIS = 15_000;
const FIRST_RETRY_MILLIS = 1_000;
const LAST_RETRY_MILLIS = 60_000;

/** Faults that pass by themselves: nobody has asked for anything yet, so nobody is told. */
const PASSING = new Set(['offline', 'server_error', 'rate_limited', 'busy', 'cancelled', 'timeout', 'authenticator_failed']);

/** @typedef {{auth_session: string, authn_params_public_key: any}} Challenge */

/**
 * @template T
 * @typedef {object} AutofillSteps
 * @property {(signal: AbortSignal) => Promise<Challenge>} challenge
 * @property {(challenge: Challenge, response: Record<string, unknown>, signal: AbortSignal) => Promise<T>} exchange
 * @property {AbortSignal} [signal]
 * @property {() => void} [onStart]
 * @property {(error: LatchkeyError) => void} [onError]
 */

let stopEarlier = () => {};

/**
 * @template T
 * @param {AutofillSteps<T>} steps
 * @returns {Promise<T>} see `Latchkey.autofill`
 */
export async function autofill(steps) {
  stopEarlier();
  const control = linked(steps.signal);
  stopEarlier = control.abort;
  try {
    if (!(await isConditionalMediationAvailable())) {
      throw new LatchkeyError('not_supported');
    }
    return await untilChosen(steps, control.signal);
  } finally {
    control.release();
  }
}

/**
 * @template T
 * @param {AutofillSteps<T>} steps
 * @param {AbortSignal} signal
 * @returns {Promise<T>}
 */
async function untilChosen({ challenge, exchange, onStart, onError }, signal) {
  let retryMillis = FIRST_RETRY_MILLIS;
  /** @type {Challenge | undefined} */
  let current;
  for (;;) {
    await pageVisible(signal);
    const free = await foregroundFree();
    if (signal.aborted || !free) {
      throw new LatchkeyError('aborted');
    }
    let chosen = false;
    try {
      current ??= await challenge(signal);
      if (foregroundBusy()) {
        current = undefined;
        continue;
      }
      const outcome = await armed(current, challenge, signal);
      if (outcome.response) {
        chosen = true;
        onStart?.();
        return await exchange(current, outcome.response, signal);
      }
      current = outcome.renewed;
      retryMillis = FIRST_RETRY_MILLIS;
    } catch (error) {
      current = undefined;
      if (signal.aborted || !(error instanceof LatchkeyError)) {
        throw error;
      }
      if (chosen) {
        onError?.(error);
      } else if (PASSING.has(error.code)) {
        await pause(retryMillis, signal);
        retryMillis = Math.min(2 * retryMillis, LAST_RETRY_MILLIS);
      } else {
        throw error;
      }
    }
  }
}

/**
 * Waits in the autofill until a passkey is chosen, the challenge grows old, or a ceremony in the foreground needs
 * the browser.
 *
 * @param {Challenge} current
 * @param {(signal: AbortSignal) => Promise<Challenge>} renew
 * @param {AbortSignal} signal
 * @returns {Promise<{response?: Record<string, unknown>, renewed?: Challenge}>} neither: it was interrupted
 */
async function armed(current, renew, signal) {
  const control = linked(signal);
  const life = current.authn_params_public_key.timeout ?? 60_000;
  /** @type {{renewed?: Challenge}} */
  const outcome = {};
  /** @type {unknown} */
  let fault;
  const timer = setTimeout(renewal, Math.max(life - RENEWAL_MARGIN_MILLIS, life / 2));
  const waiting = getPasskey(current.authn_params_public_key, control.signal, 'conditional');
  autofillInterruptedBy(async () => {
    control.abort();
    await waiting.catch(() => {});
  });
  try {
    return { response: await waiting };
  } catch (error) {
    if (fault || !control.signal.aborted || signal.aborted) {
      throw fault ?? error;
    }
    return outcome;
  } finally {
    clearTimeout(timer);
    control.release();
    autofillInterruptedBy(async () => {});
  }

  async function renewal() {
    try {
      await pageVisible(control.signal);
      outcome.renewed = await renew(control.signal);
    } catch (error) {
      fault = control.signal.aborted ? undefined : error;
    }
    control.abort();
  }
}
