/* global addEventListener */
import { at, keepFocus, put } from './dom.js';
import { ask } from './service.js';

let quiet = null;

/** Says what came of an act, for a while. */
export function say(text, bad = false) {
  const said = at('said');
  said.classList.toggle('bad', bad);
  said.hidden = false;
  put(said, text);
  clearTimeout(quiet);
  quiet = setTimeout(() => { said.hidden = true; }, 8000);
}

/** Changes something, says what came of it, and has what is shown read again. Buttons that wait are not pressed twice. */
export async function act(button, path, { method = 'POST', body = null, done, then }) {
  const heading = button.closest('section')?.querySelector('h2');
  button.disabled = true;
  try {
    const answer = await ask(path, method, body);
    say(typeof done === 'function' ? done(answer) : done);
    await (button.closest('#view') ? keepFocus(at('view-place'), button, then) : then());
  } catch (failure) {
    say(failure.message, true);
  } finally {
    button.disabled = false;
    if (!button.isConnected || button.hidden) {
      button.dispatchEvent(new Event('gone'));
    } else if (document.activeElement === document.body) {
      button.focus();
    }
    if (document.activeElement === document.body) {
      heading?.focus({ preventScroll: true });
    }
  }
}

/** What was opened and could not be read says why. */
addEventListener('unhandledrejection', (event) => say(event.reason?.message || String(event.reason), true));
