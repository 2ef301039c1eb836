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
  { read: async () => showTrends(await ask(`/trends?period=${at('period').value}`)), apart: 60 },
  { read: async () => showHealth(await ask('/health')), apart: 5 },
  { read: async () => showFlows(await ask('/flows')), apart: 5 },
  { read: readRuns, apart: 5 },
  { read: readLetters, apart: 5 },
  { read: async () => showUsage(await ask('/usage?limit=2')), apart: 10 },
  { read: readStock, apart: 15 },
  { read: readFeeds, apart: 30 },
  { read: readRoutes, apart: 15 },
  { read: readSchedules, apart: 30 },
].map((reading) => ({ ...reading, due: 0 }));

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
  say(failure.status === undefined ? `This page cannot show what it reads: ${failure.message}` : `${failure.message}. What is shown is of ${lostSince}; it is tried again.`);
}

function found() {
  at('main').hidden = false;
  at('hold').hidden = false;
  at('sign-out').hidden = false;
  if (lostSince) {
    lostSince = null;
    document.body.classList.remove('lost');
  }
  say('');
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
  try {
    for (const one of due) {
      one.due = Date.now() + one.apart * 1000;
      await one.read();
      at('main').hidden = false;
    }
    found();
  } catch (failure) {
    due.forEach((one) => { one.due = 0; });
    lost(failure);
  } finally {
    reading = false;
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
