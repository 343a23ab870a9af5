/** What the library's passkey pages share: the client, the status line and buttons that show progress. */
import { LatchkeyError, createLatchkey } from '../latchkey/latchkey.js';

const base = document.documentElement.dataset.base ?? '';

export const latchkey = createLatchkey({ clientId: 'sample-web', baseUrl: base });

/** @param {string} path one of the library's own pages */
export const go = (path) => location.assign(base + path);

/** @param {string} path */
export const address = (path) => base + path;

/**
 * @param {string} text
 * @param {'' | 'good' | 'bad'} [kind]
 * @param {{text: string, href: string}} [link] the next step
 */
export function say(text, kind = '', link) {
  const status = document.getElementById('status');
  status.className = `status ${kind}`;
  status.replaceChildren(text);
  if (link) {
    const anchor = Object.assign(document.createElement('a'), { href: link.href, textContent: link.text });
    status.append(' ', anchor);
  }
}

/** Closing the dialog is no mistake, so it is not shown as one. */
const GENTLE = new Set(['cancelled', 'timeout', 'session_expired', 'already_registered', 'passkey_removed']);

/** @param {unknown} error what is none of Latchkey's own is a fault of this page, and goes to the console */
export function explain(error) {
  if (!(error instanceof LatchkeyError)) {
    throw error;
  }
  if (error.code === 'aborted') {
    say('');
  } else if (error.code === 'login_required') {
    const href = address(`/signin?again&next=${location.pathname.slice(base.length)}`);
    say(error.message, 'bad', { text: 'Sign in again', href });
  } else {
    say(error.message, GENTLE.has(error.code) ? '' : 'bad');
  }
}

/**
 * Keeps a button disabled and labelled with what is going on while the work lasts.
 *
 * @param {HTMLButtonElement} button
 * @param {() => Promise<void>} work
 */
export async function whileBusy(button, work) {
  const release = busy(button);
  say('');
  try {
    await work();
  } catch (error) {
    explain(error);
  } finally {
    release();
  }
}

/**
 * @param {HTMLButtonElement} button
 * @returns {() => void} makes it ready again
 */
export function busy(button) {
  const label = button.querySelector('span');
  const ready = label.textContent;
  button.style.minWidth = `min(${button.offsetWidth}px, 100%)`;
  label.textContent = button.dataset.busy;
  button.disabled = true;
  return () => {
    label.textContent = ready;
    button.disabled = false;
    button.style.minWidth = '';
    if (document.activeElement === document.body) {
      button.focus();
    }
  };
}
