/* global addEventListener, scrollTo */
import { at, keepFocus, made, put } from './dom.js';
import { ask } from './service.js';

/** Parts of the page that are loaded when they are opened: `#/name/argument`. */
const VIEWS = {
  bill: 'The bill', topology: 'Topology', run: 'Refresh run', route: 'Route', journey: 'Journey', webhooks: 'Webhooks', keys: 'Keys', audit: 'Audit', nodes: 'Nodes',
};

const EVERY = 5000;
let again = null;
let opened = 0;

/** A part of the overview could not be gone to while a view hid it. */
function arrive() {
  const part = location.hash && at(location.hash.slice(1));
  if (part) {
    part.scrollIntoView();
    (part.querySelector(':scope > h2') || part).focus({ preventScroll: true });
  }
}

/** Past the links, and not out of what is open. */
function skip(event) {
  event.preventDefault();
  const content = document.body.classList.contains('viewing') ? at('view-title') : at('main');
  content.focus();
}

/** A wait on the one that is shown: a later one takes its place whichever answers first. */
async function show() {
  const [, name, argument = ''] = /^#\/(\w+)(?:\/(.*))?$/.exec(location.hash) || [];
  const title = VIEWS[name];
  const number = opened += 1;
  clearInterval(again);
  document.body.classList.toggle('viewing', Boolean(title));
  document.querySelectorAll('header nav a').forEach((link) => ((title ? link.hash.split('/')[1] === name : link.hash === '#main') ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current')));
  at('view').hidden = !title;
  if (!title) {
    document.title = 'Vinbridge: operations';
    arrive();
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
      again = setInterval(() => !document.hidden && keepFocus(place, document.activeElement, refresh).catch(() => {}), EVERY);
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
  document.querySelector('.skip').addEventListener('click', skip);
  addEventListener('hashchange', show);
  show();
}
