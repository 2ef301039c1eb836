/* global addEventListener, scrollTo */
import { at, made, put } from './dom.js';
import { ask } from './service.js';

/** Parts of the page that are loaded when they are opened: `#/name/argument`. */
const VIEWS = {
  bill: 'The bill', topology: 'Topology', run: 'Refresh run', route: 'Route', journey: 'Journey', webhooks: 'Webhooks', keys: 'Keys', audit: 'Audit', nodes: 'Nodes',
};

const EVERY = 5000;
let again = null;
let opened = 0;

/** A wait on the one that is shown: a later one takes its place whichever answers first. */
async function show() {
  const [, name, argument = ''] = /^#\/(\w+)(?:\/(.*))?$/.exec(location.hash) || [];
  const title = VIEWS[name];
  const number = opened += 1;
  clearInterval(again);
  document.body.classList.toggle('viewing', Boolean(title));
  document.querySelectorAll('header nav a').forEach((link) => (link.hash.split('/')[1] === name && name ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current')));
  at('view').hidden = !title;
  if (!title) {
    document.title = 'Vinbridge: operations';
    return;
  }
  document.title = `Vinbridge: ${title}`;
  put(at('view-title'), title);
  const place = made('div', {});
  at('view-place').replaceChildren(place);
  at('view-title').focus({ preventScroll: true });
  scrollTo(0, 0);
  try {
    const view = await import(`./views/${name}.js`);
    const refresh = await view.open(place, decodeURIComponent(argument));
    if (refresh && number === opened) {
      again = setInterval(() => !document.hidden && refresh().catch(() => {}), EVERY);
    }
  } catch (failure) {
    place.append(made('p', { class: 'note bad', role: 'alert' }, failure.status === 403 ? `${failure.message}. Sign out and in again with such a key.` : failure.message));
  }
}

async function signOut() {
  await ask('/session', 'DELETE').catch(() => {});
  location.hash = '';
  location.reload();
}

export function beginViews() {
  at('sign-out').addEventListener('click', signOut);
  addEventListener('hashchange', show);
  show();
}
