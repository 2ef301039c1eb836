import { act } from './act.js';
import { at, button, cell, made, part, put, set, sure, sync } from './dom.js';
import { many, moment, number } from './format.js';
import { tile } from './seen.js';
import { ask } from './service.js';

const TONES = { held: 'warn', refused: 'bad', taken: 'good', taking: 'busy', received: 'busy' };
const COUNTS = ['unchanged', 'new', 'changed', 'gone', 'missing', 'refused', 'repeated'];

export async function readStock() {
  const [latest, held] = [await ask('/stock?limit=10'), await ask('/stock?state=held&limit=50')];
  const files = [...held.items, ...latest.items.filter((one) => one.state !== 'held')];
  tile('Stock files held', number(held.items.length), held.items.length ? 'each waits for a yes' : '', held.items.length ? 'warn' : '');
  const dealers = await ask('/dealers?limit=200');
  sync(at('dealer-rows'), dealers.items, (one) => one.code, dealerRow, (element, one) => {
    put(part(element, 'name'), one.name);
    put(part(element, 'place'), [one.address?.city, one.address?.region, one.address?.country, one.currency].filter(Boolean).join(', '));
    put(part(element, 'link'), one.linkTemplate || 'none: feeds leave its vehicles out');
  });
  at('dealers-more').hidden = !dealers.next;
  sync(at('stock-list'), files.length ? files : [{ id: 'none' }], (one) => one.id, card, show);
}

function dealerRow(dealer) {
  return made('tr', {}, made('th', { scope: 'row' }, dealer.code), cell('name', 'Name'), cell('place', 'Place'), cell('link', 'Link template'));
}

function card(file) {
  if (file.id === 'none') {
    return made('li', { class: 'soft' }, 'No stock file came yet.');
  }
  const name = `file of ${file.dealer}, ${moment(file.receivedAt)}`;
  const path = `/stock/${encodeURIComponent(file.dealer)}/files/${file.id}`;
  const decide = (verb, question, yes, done) => async (event) => {
    const pressed = event.currentTarget;
    if (await sure(question, yes)) {
      await act(pressed, `${path}/${verb}`, { done, then: readStock });
    }
  };
  const release = button('Take it', name, decide('release', `Take the ${name}? What it lacks is gone then.`, 'Take it', 'The file is taken.'));
  const discard = button('Discard it', name, decide('discard', `Discard the ${name}? Nothing of it is taken.`, 'Discard it', 'The file is discarded.'));
  const lines = made('details', { ontoggle: () => lines.open && showLines(path, lines) },
    made('summary', {}, 'What it says otherwise'), made('ul', { 'data-part': 'lines' }),
    made('p', {}, made('a', { href: `/api/v1${path}/lines.csv`, download: '' }, 'All lines as CSV')));
  return made('li', {},
    made('div', { class: 'head' }, made('h3', {}, made('span', { class: 'badge', 'data-part': 'state' }), ' ', file.dealer),
      made('span', { class: 'soft' }, `${file.mode}, ${moment(file.receivedAt)}`),
      made('span', { class: 'acts', 'data-part': 'acts' }, release, discard)),
    made('p', { 'data-part': 'counts' }), made('p', { class: 'todo', 'data-part': 'detail' }), lines);
}

function show(element, file) {
  if (file.id === 'none') {
    return;
  }
  put(part(element, 'state'), file.state);
  set(part(element, 'state'), 'class', `badge ${TONES[file.state] || ''}`);
  part(element, 'acts').hidden = file.state !== 'held';
  put(part(element, 'counts'), [many(file.counts.rows, 'line'), ...COUNTS.filter((one) => file.counts[one])
    .map((one) => `${number(file.counts[one])} ${one}`)].join(' · '));
  put(part(element, 'detail'), file.detail);
}

async function showLines(path, details) {
  await paged(details, `${path}/lines?limit=50`, 'lines of the file', (lines) => sync(part(details, 'lines'), lines, (one) => `${one.line} ${one.vin}`,
    (one) => made('li', {}, `${one.outcome} `, made('code', {}, one.vin || `line ${one.line}`), one.message ? `: ${one.message}` : ''), () => {}));
}

/** Shows a list from its beginning, and as long as it goes on a button that adds its next part. */
async function paged(details, path, about, display) {
  const all = [];
  const next = async (cursor) => {
    const found = await ask(cursor ? `${path}&cursor=${encodeURIComponent(cursor)}` : path);
    all.push(...found.items);
    part(details, 'next')?.remove();
    display(all, Boolean(found.next));
    if (found.next) {
      const more = button('More', about, () => next(found.next));
      more.dataset.part = 'next';
      details.append(more);
    }
  };
  await next();
}

export async function readFeeds() {
  const feeds = await ask('/feeds');
  sync(at('feed-rows'), feeds.items, (one) => one.name, row, (element, feed) => {
    const last = feed.fetches[0];
    put(part(element, 'rows'), last ? number(last.rows) : '');
    put(part(element, 'rejected'), last ? number(last.rejected) : '');
    put(part(element, 'fetched'), last ? [moment(last.at), last.fetchedBy && `by ${last.fetchedBy}`, last.dealer && `for ${last.dealer}`].filter(Boolean).join(' ') : 'never');
    const held = feed.pushes.find((one) => one.heldAt);
    const pushed = feed.pushes[0];
    put(part(element, 'pushed'), held ? `held: ${number(held.heldRows)} rows instead of ${number(held.rows)}` : pushed ? `${moment(pushed.at)}, ${many(pushed.rows, 'row')}` : '');
    part(element, 'release').hidden = !held;
  });
}

/** Why vehicles are left out, each reason with how many it is; asked for when somebody looks. */
async function showRejects(feed, details) {
  await paged(details, `/feeds/${encodeURIComponent(feed.name)}/rejects?limit=200`, `left out of ${feed.name}`, (rejects, more) => {
    const reasons = new Map();
    rejects.forEach((one) => one.reasons.forEach((why) => reasons.set(why, [...(reasons.get(why) || []), one.vin])));
    const sorted = [...reasons].sort((one, other) => other[1].length - one[1].length).slice(0, 20);
    sync(part(details, 'reasons'), sorted, ([why]) => why, ([why]) => made('li', {}, made('span', { 'data-part': 'many' }), `: ${why} (`, made('code', { 'data-part': 'first' }), made('span', { 'data-part': 'others' })),
      (element, [, vins]) => {
        put(part(element, 'many'), `${number(vins.length)}${more ? ' or more' : ''}`);
        put(part(element, 'first'), vins[0]);
        put(part(element, 'others'), vins.length > 1 ? ', ...)' : ')');
      });
  });
}

function row(feed) {
  const rejects = made('details', { ontoggle: () => rejects.open && showRejects(feed, rejects) },
    made('summary', {}, made('span', { 'data-part': 'rejected' }), made('span', { class: 'unseen' }, ` left out of ${feed.name}, and why`)),
    made('ul', { 'data-part': 'reasons' }));
  const release = button('Let it go', `push of ${feed.name}`, async (event) => {
    const pressed = event.currentTarget;
    if (await sure(`Let the shorter ${feed.name} go out with the next push?`, 'Let it go')) {
      await act(pressed, `/feeds/${encodeURIComponent(feed.name)}/release`, { done: 'It goes out with the next push.', then: readFeeds });
    }
  });
  release.dataset.part = 'release';
  return made('tr', {}, made('th', { scope: 'row' }, feed.name), made('td', { 'data-label': 'What' }, feed.title),
    cell('rows', 'Rows', 'number'), made('td', { 'data-label': 'Left out' }, rejects), cell('fetched', 'Last fetched'),
    made('td', { 'data-label': 'Last pushed' }, made('span', { 'data-part': 'pushed' }), ' ', release));
}
