/**
 * Small helpers around `AbortSignal`, for browsers that lack `AbortSignal.any`.
 *
 * @module
 */

/**
 * @typedef {object} LinkedController
 * @property {AbortSignal} signal aborted by `abort` or by the parent
 * @property {() => void} abort
 * @property {() => void} release lets go of the parent, which may outlive this one
 */

/**
 * @param {AbortSignal} [parent]
 * @returns {LinkedController}
 */
export function linked(parent) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  if (parent?.aborted) {
    abort();
  }
  parent?.addEventListener('abort', abort);
  return { signal: controller.signal, abort, release: () => parent?.removeEventListener('abort', abort) };
}

/**
 * @param {number} millis
 * @param {AbortSignal} signal ends the pause early
 * @returns {Promise<void>}
 */
export function pause(millis, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(done, millis);
    signal.addEventListener('abort', done);
    if (signal.aborted) {
      done();
    }
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}

/**
 * @param {AbortSignal} signal ends the wait early
 * @returns {Promise<void>} resolved once somebody can see the page
 */
export function pageVisible(signal) {
  return new Promise((resolve) => {
    document.addEventListener('visibilitychange', check);
    signal.addEventListener('abort', check);
    check();
    function check() {
      if (signal.aborted || document.visibilityState === 'visible') {
        document.removeEventListener('visibilitychange', check);
        signal.removeEventListener('abort', check);
        resolve();
      }
    }
  });
}
