/** Sign up with a passkey: the first submit button of the form. The password way stays a plain form. */
import { isSupported } from '../latchkey/latchkey.js';
import { address, go, latchkey, say, whileBusy } from './passkey-page.js';

const form = document.getElementById('signup');
const passwordWay = document.getElementById('password-way');
const button = form.querySelector('button[value="passkey"]');

if (isSupported()) {
  form.addEventListener('submit', (event) => {
    if (event.submitter === button) {
      event.preventDefault();
      whileBusy(button, signUp);
    }
  });
} else {
  button.disabled = true;
  passwordWay.open = true;
  say('This browser cannot use passkeys here. You can choose a password instead.');
}

async function signUp() {
  const { email, fullName } = form.elements;
  fieldError(email, '');
  try {
    await latchkey.signup({ email: email.value.trim(), name: fullName.value.trim() });
  } catch (error) {
    if (error.code !== 'identifier_taken') {
      throw error;
    }
    fieldError(email, 'There is already an account with this email address.');
    say('Is it yours?', '', { text: 'Sign in instead', href: address('/signin') });
    return;
  }
  say('Your account and your passkey are ready.', 'good');
  go('/loans');
}

/**
 * @param {HTMLInputElement} input
 * @param {string} text empty to clear it
 */
function fieldError(input, text) {
  document.getElementById(`${input.id}-error`).textContent = text;
  if (text) {
    input.setAttribute('aria-invalid', 'true');
    input.focus();
  } else {
    input.removeAttribute('aria-invalid');
  }
}
