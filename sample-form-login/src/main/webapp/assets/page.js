/** What both passkey scripts share: the client, the status line, and a button that shows progress. */
import { LatchkeyError, createLatchkey } from '../latchkey/latchkey.js';

export const base = document.documentElement.dataset.base;

export const latchkey = createLatchkey({ clientId: 'crew', baseUrl: base });

/** @param {string} text */
export function say(text) {
  document.getElementById('status').textContent = text;
}

/**
 * Runs the work when the button is pressed, and says what went wrong.
 *
 * @param {HTMLButtonElement} button
 * @param {() => Promise<void>} work
 */
export function onPress(button, work) {
  const ready = button.textContent;
  button.addEventListener('click', async () => {
    button.disabled = true;
    button.textContent = button.dataset.busy;
    say('');
    try {
      await work();
    } catch (error) {
      explain(error);
    } finally {
      button.textContent = ready;
      button.disabled = false;
    }
  });
}

/** @param {unknown} error what is none of Latchkey's own is a fault of the page, and goes to the console */
export function explain(error) {
  if (!(error instanceof LatchkeyError)) {
    throw error;
  }
  say(error.code === 'aborted' ? '' : error.message);
}
