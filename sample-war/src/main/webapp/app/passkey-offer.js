/** After signing in with a password: offers a passkey to whoever has none, and takes no for an answer. */
import { isPlatformAuthenticatorAvailable } from '../latchkey/latchkey.js';
import { latchkey, say, whileBusy } from './passkey-page.js';

const DISMISSED = 'passkey-offer-dismissed';
const DISMISSED_DAYS = 30;

const offer = document.getElementById('passkey-offer');

if (offer && !recentlyDismissed() && (await isPlatformAuthenticatorAvailable()) && (await hasNone())) {
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
