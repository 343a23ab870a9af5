/** Sign in with a passkey: from the autofill of the email field, or by the button. */
import { isSupported } from '../latchkey/latchkey.js';
import { busy, explain, go, latchkey, say, whileBusy } from './passkey-page.js';

const form = document.getElementById('signin');
const button = document.getElementById('passkey-signin');
const next = form.elements.next.value;

if (isSupported()) {
  armAutofill();
  button.addEventListener('click', () => whileBusy(button, signIn));
} else {
  button.disabled = true;
  say('This browser cannot use passkeys here. Your password works as always.');
}

async function signIn() {
  await latchkey.login();
  welcome();
}

async function armAutofill() {
  let release = () => {};
  try {
    await latchkey.autofill({
      onStart: () => {
        say('');
        release = busy(button);
      },
      onError: (error) => {
        release();
        explain(error);
      },
    });
    welcome();
  } catch {
    // Without autofill the button and the password are there as before.
  }
}

function welcome() {
  say('You are signed in.', 'good');
  go(next);
}
