import { act, say } from './act.js';
import { at, button, cell, made, part, put, sure, sync } from './dom.js';
import { many, moment, number } from './format.js';
import { latest, tile } from './seen.js';
import { ask } from './service.js';

const PART = 10;
const MOST = 200;
let limit = PART;

function chosen() {
  const wanted = { source: at('letter-source').value, reason: at('letter-reason').value };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value));
}

function groupRow(group) {
  const name = `${group.reason} from ${group.source}`;
  const which = { reason: group.reason, source: group.source };
  return made('tr', {}, made('th', { scope: 'row' }, made('span', { class: 'badge bad' }, group.reason)), cell('source', 'Source'), cell('letters', 'Letters', 'number'), cell('newest', 'Newest'),
    made('td', { class: 'acts' },
      button('Show', name, () => choose(which)),
      button('Replay all', name, (event) => withAll(event.currentTarget, 'replay', 'Try again', 'Replay them', replayed, which)),
      button('Discard all', name, (event) => withAll(event.currentTarget, 'discard', 'Forget for good', 'Discard them', discarded, which))));
}

/** Shows those of one reason and source alone. */
function choose({ source, reason }) {
  offer(at('letter-source'), [source]);
  offer(at('letter-reason'), [reason]);
  at('letter-source').value = source;
  at('letter-reason').value = reason;
  limit = PART;
  readLetters().catch(() => {});
}

async function readGroups() {
  const groups = await ask('/dead-letters/reasons');
  at('letter-groups').hidden = !groups.items.length;
  sync(at('letter-reasons'), groups.items, (one) => `${one.reason} ${one.source}`, groupRow, (row, one) => {
    put(part(row, 'source'), one.source);
    put(part(row, 'letters'), groups.atLeast ? `${number(one.letters)} or more` : number(one.letters));
    put(part(row, 'newest'), moment(one.newest));
  });
}

export async function readLetters() {
  await readGroups();
  const letters = await ask(`/dead-letters?${new URLSearchParams({ ...chosen(), limit })}`);
  const filtered = Object.keys(chosen()).length > 0;
  offer(at('letter-source'), letters.items.map((one) => one.source));
  offer(at('letter-reason'), letters.items.map((one) => one.reason));
  at('letter-filter').hidden = !letters.items.length && !filtered;
  at('replay-all').disabled = !letters.items.length;
  at('discard-all').disabled = !letters.items.length;
  at('letter-more').hidden = !letters.next || limit >= MOST;
  if (!filtered) {
    const count = number(letters.next ? Math.max(letters.items.length, latest('letters') ?? 0) : letters.items.length);
    tile('Dead letters', count, letters.items.length ? `the newest ${moment(letters.items[0].diedAt)}` : 'none', letters.items.length ? 'warn' : '');
  }
  const list = at('letter-list');
  if (letters.items.length) {
    sync(list, letters.items, (one) => one.id, card, show);
  } else {
    sync(list, [{ id: 'none' }], (one) => one.id, () => made('li', { class: 'soft' }), (element) => put(element, filtered ? 'None is left of these.' : 'Nothing waits for a person.'));
  }
}

/** What was seen once stays to be chosen. */
function offer(select, values) {
  const known = new Set([...select.options].map((option) => option.value));
  [...new Set(values)].filter((value) => !known.has(value)).forEach((value) => select.append(made('option', { value }, value)));
}

function card(letter) {
  const name = `dead letter ${letter.id}`;
  const replay = button('Replay', name, (event) => act(event.currentTarget, `/dead-letters/${letter.id}/replay`, { done: `${name} will be tried again.`, then: readLetters }));
  const discard = button('Discard', name, async (event) => {
    const pressed = event.currentTarget;
    if (await sure(`Forget ${name} for good?`, 'Discard it')) {
      await act(pressed, `/dead-letters/${letter.id}`, { method: 'DELETE', done: `${name} is forgotten.`, then: readLetters });
    }
  });
  let place = 0;
  [replay, discard].forEach((one) => {
    one.addEventListener('click', () => { const row = one.closest('li'); place = [...row.parentElement.children].indexOf(row); }, { capture: true });
    one.addEventListener('gone', () => focusNext(place));
  });
  const body = made('details', { 'data-part': 'body', ontoggle: () => body.open && showWhole(letter, body) },
    made('summary', {}, 'Payload'), made('pre', { 'data-part': 'text', tabindex: '0' }),
    made('p', { class: 'acts', 'data-part': 'mend' }, button('Mend', name, () => mend(letter, body))));
  return made('li', { class: 'letter' },
    made('div', { class: 'head' }, made('h3', {}, made('span', { class: 'badge bad' }, letter.reason), ' ', made('span', {}, letter.source)),
      made('span', { class: 'soft' }, `no. ${letter.id}, ${many(letter.attempts, 'attempt')}, ${moment(letter.diedAt)}`), made('span', { class: 'acts' }, replay, discard)),
    made('p', { 'data-part': 'detail' }), made('p', { class: 'soft small' }, made('code', { 'data-part': 'subject' })), body);
}

function show(element, letter) {
  put(part(element, 'detail'), letter.detail || '');
  put(part(element, 'subject'), [letter.subject, letter.correlationId].filter(Boolean).join(' · '));
  if (!element.whole) {
    put(part(element, 'text'), letter.encoding ? `(${letter.encoding}) ${letter.body}` : letter.body);
  }
}

/** A list has long ones cut. */
async function showWhole(letter, details) {
  const element = details.parentElement;
  if (letter.body.length > 4000 && !element.whole) {
    put(part(details, 'text'), (await ask(`/dead-letters/${letter.id}`)).body);
    element.whole = true;
  }
}

/** What is being written stays, whatever else is read meanwhile. */
async function mend(letter, details) {
  const name = `dead letter ${letter.id}`;
  const text = made('textarea', { rows: '12', spellcheck: 'false', 'aria-label': `Payload of ${name}` });
  const kept = async () => { details.parentElement.whole = false; form.remove(); hide(details, false); await readLetters(); part(details, 'mend').querySelector('button')?.focus(); };
  const save = button('Save', name, (event) => act(event.currentTarget, `/dead-letters/${letter.id}`, { method: 'PUT', body: { body: text.value }, done: `${name} is mended.`, then: kept }));
  const cancel = button('Cancel', name, kept);
  const form = made('div', { class: 'mending' }, letter.encoding ? made('p', { class: 'soft' }, 'The payload is no text; what is saved here takes its place.') : null, text, made('p', { class: 'acts' }, save, cancel));
  try {
    text.value = (await ask(`/dead-letters/${letter.id}`)).body;
  } catch (failure) {
    say(failure.message, true);
    return;
  }
  hide(details, true);
  details.append(form);
  text.focus();
}

function hide(details, mending) {
  part(details, 'text').hidden = mending;
  part(details, 'mend').hidden = mending;
}

/** To the one that has taken its place. */
function focusNext(place) {
  const list = at('letter-list');
  ((list.children[place] || list.lastElementChild).querySelector('.acts button') || at('letters-title')).focus();
}

const replayed = (answer) => `${many(answer.replayed, 'letter')} will be tried again.`;
const discarded = (answer) => `${many(answer.discarded, 'letter')} forgotten.`;

async function withAll(pressed, verb, question, yes, done, which = chosen()) {
  const words = Object.values(which).join(', ') || 'any source and reason';
  if (await sure(`${question} all dead letters of ${words}, up to 1,000?`, yes)) {
    await act(pressed, `/dead-letters/${verb}`, { body: which, done, then: readLetters });
  }
}

at('replay-all').addEventListener('click', (event) => withAll(event.currentTarget, 'replay', 'Try again', 'Replay them', replayed));
at('discard-all').addEventListener('click', (event) => withAll(event.currentTarget, 'discard', 'Forget for good', 'Discard them', discarded));
at('letter-more').addEventListener('click', () => {
  const last = at('letter-list').lastElementChild;
  limit = Math.min(MOST, limit + PART * 2);
  readLetters().then(() => last.nextElementSibling?.querySelector('.acts button').focus(), () => {});
});
at('letter-filter').addEventListener('change', () => { limit = PART; readLetters().catch(() => {}); });
at('letter-filter').addEventListener('submit', (event) => event.preventDefault());
