/** The member's passkeys on the account page: list, add, rename, remove. */
import { isSupported } from '../latchkey/latchkey.js';
import { explain, latchkey, say, whileBusy } from './passkey-page.js';

const section = document.getElementById('passkeys');
const list = document.getElementById('passkey-list');
const template = document.getElementById('passkey-card');
const add = document.getElementById('passkey-add');
const hasPassword = section.dataset.hasPassword === 'true';
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

if (isSupported()) {
  add.addEventListener('click', () => whileBusy(add, enroll));
} else {
  add.disabled = true;
  say('This browser cannot add passkeys here.');
}
await trying(async () => show(await latchkey.passkeys.list()));

async function enroll() {
  const added = await latchkey.enroll();
  show(await latchkey.passkeys.list());
  say(`Passkey created. You can now sign in with ${nameOf(added)}.`, 'good');
}

/** @param {import('../latchkey/latchkey.js').Passkey[]} passkeys */
function show(passkeys) {
  list.replaceChildren(...(passkeys.length ? passkeys.map((passkey) => card(passkey, passkeys.length)) : [invitation()]));
  list.setAttribute('aria-busy', 'false');
}

function invitation() {
  const text = 'You have no passkey yet. Add one, and you can leave your password at home.';
  return Object.assign(document.createElement('li'), { className: 'invitation', textContent: text });
}

/**
 * @param {import('../latchkey/latchkey.js').Passkey} passkey
 * @param {number} count
 */
function card(passkey, count) {
  const item = template.content.firstElementChild.cloneNode(true);
  const name = nameOf(passkey);
  item.querySelector('h3').textContent = name;
  item.querySelector('.kind').textContent = whereabouts(passkey);
  item.querySelector('.times').textContent = times(passkey);
  const rename = item.querySelector('.rename');
  const remove = item.querySelector('.remove');
  rename.setAttribute('aria-label', `Rename ${name}`);
  remove.setAttribute('aria-label', `Remove ${name}`);
  rename.addEventListener('click', () => askName(passkey, name));
  remove.addEventListener('click', () => askRemoval(passkey, name, count));
  return item;
}

/** @param {import('../latchkey/latchkey.js').Passkey} passkey */
function nameOf({ name }) {
  return name ?? 'Passkey';
}

/** @param {import('../latchkey/latchkey.js').Passkey} passkey */
function whereabouts({ credential_device_type: type, credential_backed_up: backedUp, transports = [] }) {
  if (type === 'multi_device') {
    return backedUp ? 'Synced: works on all your devices with this password manager' : 'Can be synced, no copy yet';
  }
  return transports.length && !transports.includes('internal') ? 'On this security key' : 'On this device';
}

/** @param {import('../latchkey/latchkey.js').Passkey} passkey */
function times({ created_at: created, last_auth_at: used }) {
  const since = `Created ${day.format(new Date(created))}`;
  return used ? `${since}, last used ${day.format(new Date(used))}` : `${since}, not used yet`;
}

async function askName(passkey, name) {
  const input = document.getElementById('passkey-name');
  input.value = name;
  if (await confirmed('rename-dialog', () => input.select())) {
    await trying(async () => {
      await latchkey.passkeys.rename(passkey.id, input.value.trim());
      show(await latchkey.passkeys.list());
      say(`The passkey is now called ${input.value.trim()}.`, 'good');
    });
  }
}

async function askRemoval(passkey, name, count) {
  if (count === 1 && !hasPassword) {
    say('This is the only way into your account, so it has to stay. Add another passkey or set a password first.');
    return;
  }
  document.getElementById('remove-name').textContent = name;
  if (await confirmed('remove-dialog')) {
    await trying(async () => {
      show(await latchkey.passkeys.remove(passkey.id));
      say(`${name} is removed.`, 'good');
      add.focus();
    });
  }
}

/**
 * @param {string} id of the dialog
 * @param {() => void} [opened]
 * @returns {Promise<boolean>} whether it was closed with its first button
 */
function confirmed(id, opened = () => {}) {
  const dialog = document.getElementById(id);
  return new Promise((resolve) => {
    dialog.returnValue = 'cancel';
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'ok'), { once: true });
    dialog.showModal();
    opened();
  });
}

/** @param {() => Promise<void>} work */
async function trying(work) {
  say('');
  try {
    await work();
  } catch (error) {
    list.setAttribute('aria-busy', 'false');
    explain(error);
  }
}
