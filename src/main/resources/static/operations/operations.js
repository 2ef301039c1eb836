/* global signInWith, dispatchEvent, HashChangeEvent */
import { at, put } from './dom.js';
import { now } from './format.js';
import { readLetters } from './letters.js';
import { readRoutes, readSchedules } from './routes.js';
import { readRuns } from './runs.js';
import { showFlows, showHealth, showTrends, showUsage } from './seen.js';
import { ask } from './service.js';
import { readFeeds, readStock } from './stock.js';
import { beginViews } from './views.js';

/** What is read, and how many seconds apart: some sixty requests a minute in all, whatever a key's limit is. */
const READINGS = [
  { what: 'plots', read: async () => showTrends(await ask(`/trends?period=${at('period').value}`)), apart: 60 },
  { what: 'health', read: async () => showHealth(await ask('/health')), apart: 5 },
  { what: 'flows', read: async () => showFlows(await ask('/flows')), apart: 5 },
  { what: 'runs', read: readRuns, apart: 5 },
  { what: 'dead letters', read: readLetters, apart: 5 },
  { what: 'calls', read: async () => showUsage(await ask('/usage?limit=2')), apart: 10 },
  { what: 'stock files', read: readStock, apart: 15 },
  { what: 'feeds', read: readFeeds, apart: 30 },
  { what: 'routes', read: readRoutes, apart: 15 },
  { what: 'schedules', read: readSchedules, apart: 30 },
].map((reading) => ({ ...reading, due: 0, failure: null }));

/** Statuses that each other reading would be answered with too: nobody there, no key, one without the scope, too many. */
const FOR_ALL = [0, 401, 403, 429];

let held = false;
let closed = false;
let reading = false;
let lostSince = null;

function askForKey(failure) {
  closed = true;
  at('main').hidden = true;
  at('hold').hidden = true;
  at('sign-out').hidden = true;
  at('overall').hidden = true;
  put(at('updated'), '');
  at('key').hidden = false;
  say(failure.status === 403 ? failure.message : '');
  at('key-value').focus();
}

function say(text) {
  at('trouble').hidden = !text;
  put(at('trouble'), text);
}

/** What cannot be read stays as it was, and the page says since when. */
function lost(failure) {
  if (failure.status === 401 || failure.status === 403) {
    askForKey(failure);
    return;
  }
  const wait = failure.retryAfter > 0 ? Math.min(60, failure.retryAfter) : 5;
  READINGS.forEach((one) => { one.due = Math.max(one.due, Date.now() + wait * 1000); });
  lostSince = lostSince || now();
  document.body.classList.add('lost');
  say(`${failure.message}. What is shown is of ${lostSince}; it is tried again.`);
}

/** What of the page could not be read, each trouble once. */
function amiss() {
  const troubles = new Map();
  READINGS.filter((one) => one.failure).forEach(({ what, failure }) => troubles.set(failure.message, [...(troubles.get(failure.message) || []), what]));
  return [...troubles].map(([message, parts]) => `What is shown of ${parts.join(', ')} is old: ${message}`).join('\n');
}

function found() {
  at('main').hidden = false;
  at('hold').hidden = false;
  at('sign-out').hidden = false;
  if (lostSince) {
    lostSince = null;
    document.body.classList.remove('lost');
  }
  say(amiss());
  put(at('updated'), `as of ${now()}`);
}

async function look() {
  if (held || closed || reading || document.hidden) {
    return;
  }
  const due = READINGS.filter((one) => one.due <= Date.now());
  if (!due.length) {
    return;
  }
  reading = true;
  for (const one of due) {
    one.due = Date.now() + one.apart * 1000;
    one.failure = null;
    try {
      await one.read();
      at('main').hidden = false;
    } catch (failure) {
      one.failure = failure;
      if (FOR_ALL.includes(failure.status)) {
        break;
      }
    }
  }
  reading = false;
  const ended = due.find((one) => FOR_ALL.includes(one.failure?.status));
  if (ended) {
    due.forEach((one) => { one.due = 0; });
    lost(ended.failure);
  } else {
    found();
  }
}

function anew() {
  if (closed) {
    dispatchEvent(new HashChangeEvent('hashchange'));
  }
  closed = false;
  READINGS.forEach((one) => { one.due = 0; });
  return look();
}

at('hold').addEventListener('click', () => {
  held = !held;
  at('hold').setAttribute('aria-pressed', String(held));
  if (!held) {
    anew();
  }
});
at('period').addEventListener('change', () => { READINGS[0].due = 0; look(); });
document.addEventListener('visibilitychange', look);
signInWith(at('key'), anew);
setInterval(look, 1000);
look();
beginViews();
