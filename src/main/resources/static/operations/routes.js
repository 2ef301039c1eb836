import { act } from './act.js';
import { at, button, cell, made, part, put, set, sync } from './dom.js';
import { moment } from './format.js';
import { ask } from './service.js';
import { difference } from './views/difference.js';

export async function readRoutes() {
  const routes = await ask('/routes');
  const items = [...routes.items].sort((one, other) => Boolean(other.trouble) - Boolean(one.trouble) || one.file.localeCompare(other.file));
  sync(at('route-list'), items, (one) => one.file, card, show);
  await Promise.all([...at('route-list').querySelectorAll('details[open]')].map((details) => readRevisions(details)));
}

function card(route) {
  const details = made('details', { 'data-part': 'history', ontoggle: () => details.open && readRevisions(details) },
    made('summary', { 'data-part': 'line' }, made('span', { class: 'badge', 'data-part': 'state' }), ' ', made('b', {}, route.file), ' ', made('span', { class: 'soft', 'data-part': 'revision' })),
    made('p', { class: 'soft', 'data-part': 'description' }), made('p', {}, made('a', { href: `#/route/${encodeURIComponent(route.file)}` }, `Edit ${route.file}`)), made('ol', { class: 'revisions', 'data-part': 'revisions' }));
  details.dataset.file = route.file;
  return made('li', { class: 'route' }, details, made('p', { class: 'todo lines', 'data-part': 'trouble' }));
}

function show(element, route) {
  const state = route.trouble ? (route.state === 'running' ? 'running, edit refused' : 'refused') : route.state || 'mapping';
  put(part(element, 'state'), state);
  set(part(element, 'state'), 'class', `badge ${{ refused: 'bad', 'running, edit refused': 'bad', running: 'good', off: 'warn' }[state] || ''}`);
  put(part(element, 'revision'), `revision ${route.revision}, ${route.origin}, ${moment(route.madeAt)}`);
  put(part(element, 'description'), route.description || '');
  put(part(element, 'trouble'), route.trouble || '');
}

async function readRevisions(details) {
  const revisions = await ask(`/routes/${encodeURIComponent(details.dataset.file)}/revisions?limit=20`);
  sync(part(details, 'revisions'), revisions.items, (one) => one.number, revision, () => {});
}

function revision(one) {
  return made('li', {},
    made('p', {}, made('span', { class: `badge ${one.outcome === 'applied' ? 'good' : 'bad'}` }, one.outcome), ' ',
      made('b', {}, `Revision ${one.number}`), made('span', { class: 'soft' }, ` by ${one.author} (${one.origin}), ${moment(one.madeAt)}`)),
    one.note && made('p', {}, one.note), one.refusal && made('p', { class: 'todo lines' }, one.refusal), difference(one.diff));
}

export async function readSchedules() {
  const schedules = await ask('/schedules');
  sync(at('schedule-rows'), schedules.items, (one) => one.name,
    (one) => made('tr', {}, made('th', { scope: 'row' }, one.name), cell('cron', 'Cron, UTC', 'code'), cell('last', 'Last'), cell('next', 'Next'),
      made('td', {}, button('Run now', one.name, (event) => act(event.currentTarget, `/schedules/${encodeURIComponent(one.name)}/run`, { done: `${one.name} acts now.`, then: readSchedules })))),
    (row, one) => {
      put(part(row, 'cron'), one.cron);
      put(part(row, 'last'), moment(one.lastFire) || 'never');
      put(part(row, 'next'), one.enabled ? moment(one.nextFire) : 'switched off');
    });
}
