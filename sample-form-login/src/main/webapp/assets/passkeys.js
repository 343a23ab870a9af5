/** The passkeys of whoever is signed in: a list, and a button that adds one. */
import { isSupported } from '../latchkey/latchkey.js';
import { explain, latchkey, onPress, say } from './page.js';

const list = document.getElementById('passkeys');
const add = document.getElementById('passkey-add');

if (isSupported()) {
  onPress(add, async () => {
    await latchkey.enroll();
    await show();
    say('Passkey created. You can now sign in with it.');
  });
} else {
  add.disabled = true;
  say('This browser cannot add passkeys here.');
}
await show().catch(explain);

async function show() {
  const passkeys = await latchkey.passkeys.list();
  const names = passkeys.map(({ name }) => name ?? 'Passkey');
  list.replaceChildren(...(names.length ? names : ['None yet']).map(item));
  list.setAttribute('aria-busy', 'false');
}

/** @param {string} text */
function item(text) {
  return Object.assign(document.createElement('li'), { textContent: text });
}
