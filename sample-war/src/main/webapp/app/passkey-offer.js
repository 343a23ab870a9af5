/**
 * After signing in with a password: lets the browser make a passkey for whoever has none, or else offers one, and takes
 * no for an answer.
 */
import { isPlatformAuthenticatorAvailable } from '../latchkey/latchkey.js';
import { latchkey, say, whileBusy } from './passkey-page.js';

const DISMISSED = 'passkey-offer-dismissed';
const DISMISSED_DAYS = 30;

/** Browsers that make a passkey by themselves do it at once; nobody is kept waiting for one that does not answer. */
const UPGRADE_MILLIS = 4_000;

const offer = document.getElementById('passkey-offer');

if (offer && !recentlyDismissed() && (await hasNone())) {
  if (await upgraded()) {
    tell();
  } else if (await isPlatformAuthenticatorAvailable()) {
    show();
  }
}

async function upgraded() {
  if (offer.dataset.recent !== 'true') {
    return false;
  }
  try {
    return Boolean(await latchkey.upgrade({ signal: AbortSignal.timeout(UPGRADE_MILLIS) }));
  } catch {
    return false;
  }
}

function tell() {
  document.getElementById('passkey-upgraded').hidden = false;
  document.getElementById('upgraded-status').textContent =
    'Your browser has added it to your account. Next time you can sign in with your fingerprint, your face or your screen lock. Your password keeps working.';
}

function show() {
  offer.hidden = false;
  const add = document.getElementById('passkey-add');
  const dismiss = document.getElementById('offer-dismiss');
  add.addEventListener('click', () =>
    whileBusy(add, async () => {
      await latchkey.enroll();
      add.hidden = true;
      dismiss.textContent = 'Close';
      dismiss.focus();
      say('Passkey created. You can now sign in with it.', 'good');
    }),
  );
  dismiss.addEventListener('click', () => {
    localStorage.setItem(DISMISSED, String(Date.now()));
    offer.hidden = true;
    document.getElementById('content').focus();
  });
}

function recentlyDismissed() {
  const at = Number(localStorage.getItem(DISMISSED));
  return Date.now() - at < DISMISSED_DAYS * 24 * 60 * 60 * 1000;
}

async function hasNone() {
  try {
    return (await latchkey.passkeys.list()).length === 0;
  } catch {
    return false;
  }
}
