/**
 * Sign in with a passkey: by the button, or from the autofill of the name. Tomcat shows this page under the address that was asked
 * for, so that loading it again is all that is left to do.
 */
import { isSupported } from '../latchkey/latchkey.js';
import { base, explain, latchkey, onPress, say } from './page.js';

const button = document.getElementById('passkey-signin');

if (isSupported()) {
  onPress(button, async () => {
    await latchkey.login();
    goOn();
  });
  armAutofill();
} else {
  button.disabled = true;
  say('This browser cannot use passkeys here. Your password works as always.');
}

async function armAutofill() {
  try {
    await latchkey.autofill({ onStart: () => say('Signing you in…'), onError: explain });
    goOn();
  } catch {
    // Without autofill the button and the password are there as before.
  }
}

function goOn() {
  const roster = `${base}/crew/roster`;
  location.replace(location.pathname.startsWith(`${base}/crew/`) ? location.href : roster);
}
