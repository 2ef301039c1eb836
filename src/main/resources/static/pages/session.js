'use strict';

/** Tells our own pages from those of other sites, which cannot send it: a change by cookie needs it. */
const OURS = { 'X-Requested-With': 'vinbridge' };

/** Changes a key for a cookie that no script can read. Whether the key was accepted. */
async function signIn(key) {
  const answer = await fetch('/api/v1/session', { method: 'POST', headers: { 'X-API-Key': key, ...OURS } });
  return answer.ok;
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
      then();
    } else {
      key.focus();
    }
  });
}
