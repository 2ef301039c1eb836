import { at, cell, made, part, put, set, sync } from './dom.js';
import { many, number, span } from './format.js';
import { Plot, sparkline } from './plots.js';

const WORDS = { UP: 'Well', DEGRADED: 'Degraded', UNKNOWN: 'Unknown', OUT_OF_SERVICE: 'Out of service', DOWN: 'Down' };
const TONES = { UP: 'good', DEGRADED: 'warn', UNKNOWN: 'warn', OUT_OF_SERVICE: 'bad', DOWN: 'bad' };
const NAMES = {
  requests: 'Requests', calls: 'ChromeData calls', pictures: 'Pictures', events: 'Events in', acting: 'Events processed',
  changes: 'Changes', publishing: 'Published to Redis', webhooks: 'Webhook deliveries',
};
const PARTS = {
  budget: 'budget of calls', chromedata: 'ChromeData', db: 'database', deadLetters: 'dead letters', diskSpace: 'disk', events: 'events and Redis', flows: 'routes of requests',
  holds: 'what is held', stockFolder: 'folder of stock files',
  nodes: 'nodes', pictures: 'store of pictures', refresh: 'refresh runs', routes: 'routes of operators',
  choice: 'choice of service', ssl: 'certificates', vpic: "NHTSA's data", webhooks: 'webhooks', workers: 'threads',
};
const CAUSES = {
  miss: 'First look-up', stale: 'Refresh by age', event: 'Event', build: 'New data build', forced: 'Manual refresh',
};

/* Tiles */

const tiles = new Map();

/** What is to be seen at a glance. */
export function tile(name, value, more, tone = '') {
  tiles.set(name, { name, value, more, tone });
  const order = ['Requests a minute', 'Calls today', 'Calls avoided today', 'Work waiting', 'Dead letters', 'Open runs', 'Stock files held'];
  sync(at('tiles'), order.filter((one) => tiles.has(one)).map((one) => tiles.get(one)), (one) => one.name,
    (one) => made('div', {}, made('dt', {}, one.name), made('dd', { 'data-part': 'value' }), made('dd', { 'data-part': 'more', class: 'soft' })),
    (element, one) => {
      put(part(element, 'value'), one.value);
      put(part(element, 'more'), one.more);
      set(element, 'class', one.tone);
    });
}

/* Health */

let runbooks = null;

/** The section of the runbooks about a state, as they are written. */
async function runbook(state) {
  runbooks = runbooks || fetch('/operations/runbooks.md').then((answer) => (answer.ok ? answer.text() : ''));
  const section = (await runbooks).split(/^## /m).find((one) => one.split('\n', 1)[0].trim() === state);
  return section ? section.replace(/^.*\n/, '').replace(/^# [\s\S]*/m, '').trim() : 'There is no runbook of this state.';
}

/** Paragraphs, with what is between backticks as code. */
function paragraphs(text) {
  return text.split(/\n\s*\n/).map((paragraph) => made('p', {}, ...paragraph.replace(/\s+/g, ' ').split('`')
    .map((piece, place) => (place % 2 ? made('code', {}, piece) : piece))));
}

function stateCard(one) {
  const book = made('details', { 'data-part': 'book', ontoggle: async () => {
    const inside = part(book, 'text');
    if (book.open && inside.childElementCount === 0) {
      inside.replaceChildren(...paragraphs(await runbook(one.state)));
    }
  } }, made('summary', {}, `Runbook: ${one.state}`), made('div', { 'data-part': 'text' }));
  return made('li', { class: 'state' },
    made('h3', {}, made('span', { class: 'badge', 'data-part': 'status' }), ' ', made('span', { 'data-part': 'name' })),
    made('p', { 'data-part': 'what', class: 'lines' }), made('p', { 'data-part': 'todo', class: 'todo' }), book);
}

export function showHealth(health) {
  const amiss = health.items.filter((one) => one.status !== 'UP').flatMap((one) => [one, ...one.also.map((other) => ({ ...one, ...other }))]);
  const overall = at('overall');
  overall.hidden = false;
  put(overall, WORDS[health.status] || health.status);
  set(overall, 'class', `badge ${TONES[health.status] || 'warn'}`);
  sync(at('states'), amiss, (one) => `${one.name} ${one.state}`, stateCard, (element, one) => {
    put(part(element, 'status'), WORDS[one.status] || one.status);
    set(part(element, 'status'), 'class', `badge ${TONES[one.status] || 'warn'}`);
    put(part(element, 'name'), one.state || one.name);
    put(part(element, 'what'), one.what || '');
    put(part(element, 'todo'), one.todo || '');
    part(element, 'book').hidden = !one.runbook;
  });
  const well = health.items.filter((one) => one.status === 'UP').map((one) => one.name);
  put(at('well'), well.length ? `Well: ${well.filter((name) => PARTS[name]).map((name) => PARTS[name]).join(', ')}.` : '');
  put(at('summary'), amiss.length ? `${WORDS[health.status]}: ${amiss.map((one) => one.state || one.name).join(', ')}` : 'All is well');
}

/* Flows */

let lines = new Map();

export function showFlows(flows) {
  sync(at('flow-rows'), flows.items, (one) => one.name,
    (one) => made('tr', {},
      made('th', { scope: 'row' }, made('span', {}, NAMES[one.name] || one.name), made('small', {}, one.description)),
      cell('rate', 'A minute', 'number strong'), cell('spark', 'Last day'), cell('day', 'In all', 'number'),
      cell('failed', 'Failed', 'number'), cell('waiting', 'Waiting', 'number'), cell('oldest', 'Oldest', 'number')),
    (row, one) => {
      put(part(row, 'rate'), number(one.perMinute));
      put(part(row, 'day'), number(one.lastDay));
      put(part(row, 'failed'), number(one.failedLastDay));
      part(row, 'failed').classList.toggle('bad', one.failedPerMinute > 0);
      put(part(row, 'waiting'), one.waiting === null ? '–' : number(one.waiting));
      put(part(row, 'oldest'), one.oldestSeconds ? span(one.oldestSeconds) : '–');
      drawSpark(row, one.name);
    });
  const requests = flows.items.find((one) => one.name === 'requests');
  tile('Requests a minute', number(requests.perMinute), requests.failedLastDay ? `${number(requests.failedLastDay)} failed in the last day` : 'none failed in the last day');
  const waiting = flows.items.filter((one) => one.waiting).map((one) => one.waiting);
  const oldest = Math.max(0, ...flows.items.map((one) => one.oldestSeconds || 0));
  tile('Work waiting', number(waiting.reduce((sum, one) => sum + one, 0)), oldest ? `the oldest for ${span(oldest)}` : 'nothing is late', oldest > 900 ? 'warn' : '');
}

function drawSpark(row, name) {
  const points = lines.get(name);
  const place = part(row, 'spark');
  if (points && place.drawn !== points) {
    place.drawn = points;
    place.replaceChildren(sparkline(points));
  }
}

/* The last day */

const sum = (...all) => all[0].map((value, place) => (all.every((one) => one[place] === null) ? null : all.reduce((total, one) => total + (one[place] || 0), 0)));
const PLOTS = [
  { title: 'Requests', unit: 'a minute', lines: [{ label: 'answered', tone: 'a' }, { label: 'failed', tone: 'c' }],
    of: (line) => [line('requests'), line('requests.failed')] },
  { title: 'Time to answer', unit: 'ms, mean', lines: [{ label: 'a request', tone: 'a' }],
    of: (line) => [line('requests.seconds').map((seconds, place) => (seconds === null || !line('requests')[place] ? null : (1000 * seconds) / line('requests')[place]))] },
  { title: 'ChromeData calls', unit: 'a minute', lines: [{ label: 'made', tone: 'a' }, { label: 'avoided', tone: 'b' }, { label: 'failed', tone: 'c' }],
    of: (line) => [line('calls'), sum(line('calls.shared'), line('calls.spared')), line('calls.failed')] },
  { title: 'Events', unit: 'a minute', lines: [{ label: 'in', tone: 'a' }, { label: 'processed', tone: 'b' }, { label: 'failed', tone: 'c' }],
    of: (line) => [line('events'), line('acting'), sum(line('events.failed'), line('acting.failed'))] },
  { title: 'Out', unit: 'a minute', lines: [{ label: 'changes', tone: 'a' }, { label: 'webhooks', tone: 'b' }, { label: 'given up', tone: 'c' }],
    of: (line) => [line('changes'), line('webhooks'), line('webhooks.failed')] },
  { title: 'Waiting', unit: 'pieces', lines: [{ label: 'work', tone: 'a' }, { label: 'events', tone: 'b' }, { label: 'dead letters', tone: 'c' }],
    of: (line) => [line('waiting.work'), line('waiting.events'), line('letters')] },
];

export function showTrends(trends) {
  lines = new Map(trends.items.map((one) => [one.name, one.points]));
  PLOTS.forEach((plot) => {
    if (!plot.drawn) {
      plot.drawn = new Plot(plot.title, plot.unit, plot.lines);
      at('plots').append(plot.drawn.element);
    }
    plot.drawn.show(trends.from, trends.stepSeconds, plot.of((name) => lines.get(name)));
  });
  [...at('flow-rows').children].forEach((row) => drawSpark(row, row.dataset.key));
}

/** The newest known value of a series; null where none is. */
export const latest = (name) => (lines.get(name) || []).findLast((value) => value !== null) ?? null;

/* Calls */

export function showUsage(usage) {
  const utcDay = new Date().toISOString().slice(0, 10);
  const today = usage.items.find((one) => one.day === utcDay) || { budget: usage.items[0]?.budget ?? null, keptForPeople: 0, spent: 0, avoided: 0, causes: [] };
  showBudget(today);
  sync(at('cause-rows'), today.causes, (one) => one.cause,
    (one) => made('tr', {}, made('th', { scope: 'row' }, CAUSES[one.cause] || one.cause), cell('spent', 'Spent', 'number strong'), cell('equal', 'Nothing new', 'number'),
      cell('failed', 'Failed', 'number'), cell('vehicles', 'Vehicles', 'number'), cell('avoided', 'Avoided', 'number')),
    (row, one) => {
      put(part(row, 'spent'), number(one.spent));
      put(part(row, 'equal'), number(one.equal));
      put(part(row, 'failed'), number(one.failed + one.lost));
      put(part(row, 'vehicles'), number(one.vehicles));
      put(part(row, 'avoided'), number(one.sharing + one.freshness + one.decode));
    });
}

function showBudget(today) {
  const share = today.budget ? today.spent / today.budget : null;
  const tight = today.budget && today.spent >= today.budget - today.keptForPeople;
  tile('Calls today', number(today.spent), today.budget === null ? 'no limit is set' : `of ${number(today.budget)}, ${Math.round(100 * share)} %`, tight ? 'bad' : '');
  tile('Calls avoided today', number(today.avoided), today.spent + today.avoided ? `${Math.round((100 * today.avoided) / (today.spent + today.avoided))} % of what was wanted` : '');
  const budget = at('budget');
  if (!budget.childElementCount) {
    budget.append(made('progress', { 'data-part': 'bar', 'aria-label': 'Calls of today that are spent' }), made('p', { 'data-part': 'text', class: 'soft' }));
  }
  const bar = part(budget, 'bar');
  bar.hidden = today.budget === null;
  bar.max = today.budget || 1;
  bar.value = today.spent;
  bar.className = tight ? 'bad' : '';
  put(part(budget, 'text'), today.budget === null
    ? `${many(today.spent, 'call')} spent, ${number(today.avoided)} avoided. No limit is set.`
    : `${number(today.spent)} of ${many(today.budget, 'call')} spent, ${number(today.avoided)} avoided. The last ${number(today.keptForPeople)} are kept for people who wait.`);
}
