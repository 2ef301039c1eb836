'use strict';

/** Tells our own pages from those of other sites, which cannot send it: a change by cookie needs it. */
const OURS = { 'X-Requested-With': 'vinbridge' };

/** Changes a key for a cookie that no script can read. Whether the key was accepted. */
async function signIn(key) {
  const answer = await fetch('/api/v1/session', { method: 'POST', headers: { 'X-API-Key': key, ...OURS } });
  return answer.ok;
}

/** From the form, which is gone, to what it opened: else Tab would begin at the top of the page. */
function goOn() {
  const main = document.querySelector('main');
  if (document.activeElement === document.body) {
    main.tabIndex = -1;
    main.focus({ preventScroll: true });
  }
}

/** Has a form of a page ask for a key, and goes on once it is accepted. */
function signInWith(form, then) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const key = form.querySelector('input');
    const accepted = await signIn(key.value);
    form.querySelector('[role=alert]').hidden = accepted;
    key.value = '';
    form.hidden = accepted;
    if (accepted) {
      await then();
      goOn();
    } else {
      key.focus();
    }
  });
}
