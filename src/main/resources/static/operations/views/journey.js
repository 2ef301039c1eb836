import { made } from '../dom.js';
import { moment } from '../format.js';
import { ask } from '../service.js';
import { field, heading, table, to } from './parts.js';

const PARTS = 5;
const VIN = /^[A-HJ-NPR-Z0-9]{17}$/;

/** What the request keys of its descriptions end with. */
const pattern = (vin) => vin.slice(0, 8) + vin.slice(9, 11) + (vin[2] === '9' ? vin.slice(11, 14) : '');

/** The latest thousand of a list that are wanted. */
async function among(path, wanted) {
  const found = [];
  let cursor = '';
  for (let part = 0; part < PARTS; part += 1) {
    const list = await ask(`${path}?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    found.push(...list.items.filter(wanted));
    if (!list.next) {
      break;
    }
    cursor = list.next;
  }
  return found;
}

async function told(changes) {
  const hooks = await ask('/webhooks?limit=200');
  const logs = await Promise.all(hooks.items.map(async (hook) => (await ask(`/webhooks/${hook.id}/deliveries?limit=200`)).items.map((one) => ({ ...one, url: hook.url }))));
  return logs.flat().filter((one) => changes.has(one.messageId));
}

const short = (value) => (value === null || value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80));
const fields = (all) => all.slice(0, 12).map((one) => `${one.name}: ${short(one.from)} → ${short(one.to)}`).join('\n') + (all.length > 12 ? `\n... and ${all.length - 12} more` : '');

async function ofSubject(subject) {
  const vin = VIN.test(subject.toUpperCase()) ? subject.toUpperCase() : null;
  const history = vin ? (await ask(`/vehicles/${vin}/history?limit=100`)).items : [];
  const ids = new Set(vin ? history.map((one) => one.correlationId).filter(Boolean) : [subject]);
  const calls = await among('/usage/calls', (one) => ids.has(one.correlationId) || (vin && (one.key.endsWith(`:${pattern(vin)}`) || one.key.endsWith(vin))));
  const letters = await among('/dead-letters', (one) => ids.has(one.correlationId) || (vin && (one.subject || '').includes(vin)));
  const deliveries = await told(new Set(history.map((one) => one.id)));
  return { history, calls, letters, deliveries };
}

function show(found) {
  const link = (id) => (id ? to('journey', id) : '');
  return [
    heading('Asked and answered'), table('Calls of ChromeData, the latest first', ['When', 'Service', 'Cause', 'Outcome', 'Calls#', 'Key', 'Correlation id'],
      found.calls.map((one) => [moment(one.at), one.service, one.cause, one.outcome, String(one.calls), made('code', {}, one.key), link(one.correlationId)]), 'Not among the last 1,000 calls.'),
    heading('Changed'), table('Changes, the latest first', ['When', 'Kind', 'Fields', 'Correlation id'],
      found.history.map((one) => [moment(one.at), one.kind, made('span', { class: 'lines' }, fields(one.fields)), link(one.correlationId)]), 'No change is kept.'),
    heading('Told'), table('Deliveries to webhooks', ['When', 'Receiver', 'State', 'Attempts#', 'Answer'],
      found.deliveries.map((one) => [moment(one.createdAt), one.url, one.state, String(one.attempts), [one.status, one.failure].filter(Boolean).join(' ')]), 'No webhook was told of it lately.'),
    heading('Dead letters'), table('Dead letters about it', ['When', 'Source', 'Reason', 'Detail'],
      found.letters.map((one) => [moment(one.diedAt), one.source, one.reason, one.detail]), 'None.'),
  ];
}

export async function open(place, subject) {
  const input = made('input', { required: true, value: subject, maxlength: 100, autocomplete: 'off', spellcheck: 'false' });
  const form = made('form', {}, field('VIN or correlation id', input), made('button', { type: 'submit' }, 'Show'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.hash = `#/journey/${encodeURIComponent(input.value.trim())}`;
  });
  place.replaceChildren(form);
  if (subject) {
    place.append(...show(await ofSubject(subject)));
  }
}
