import { act } from '../act.js';
import { button, made, sure } from '../dom.js';
import { many, moment } from '../format.js';
import { ask } from '../service.js';
import { badge, heading, table } from './parts.js';

const TONES = { delivered: 'good', pending: 'busy', 'given-up': 'bad' };

function state(hook) {
  if (!hook.enabled) {
    return badge('off', 'warn');
  }
  return hook.failures ? badge(`${many(hook.failures, 'failure')} in a row`, 'bad') : badge('delivering', 'good');
}

function wants(hook) {
  return [hook.kinds.join(', ') || 'all kinds', hook.make, hook.model, hook.vins.length ? many(hook.vins.length, 'vehicle') : ''].filter(Boolean).join(' · ');
}

async function deliveries(hook, place) {
  const log = await ask(`/webhooks/${hook.id}/deliveries?limit=50`);
  const again = () => deliveries(hook, place);
  place.replaceChildren(table(`Deliveries to ${hook.url}, the newest first`, ['When', 'Kind', 'State', 'Attempts#', 'Answer', 'Next attempt', 'Act'],
    log.items.map((one) => [moment(one.createdAt), one.kind, badge(one.state, TONES[one.state]), String(one.attempts), [one.status, one.failure].filter(Boolean).join(' '),
      moment(one.dueAt), one.finishedAt ? button('Repeat', `delivery ${one.id}`, (event) => act(event.currentTarget, `/webhooks/${hook.id}/deliveries/${one.id}/replay`, { done: 'It will be made again.', then: again })) : '']),
    'Nothing was delivered yet.'));
}

function card(hook, read) {
  const log = made('div', {});
  const details = made('details', { ontoggle: () => details.open && deliveries(hook, log) }, made('summary', {}, 'Deliveries'), log);
  const change = { url: hook.url, description: hook.description, kinds: hook.kinds, vins: hook.vins, make: hook.make, model: hook.model, enabled: !hook.enabled };
  return made('li', {}, made('div', { class: 'head' }, heading(hook.description || hook.url), state(hook), made('span', { class: 'acts' },
    button('Send test', hook.url, (event) => act(event.currentTarget, `/webhooks/${hook.id}/ping`, { done: 'A test message is on its way.', then: () => (details.open ? deliveries(hook, log) : null) })),
    button(hook.enabled ? 'Switch off' : 'Switch on', hook.url, (event) => act(event.currentTarget, `/webhooks/${hook.id}`, { method: 'PUT', body: change, done: 'It is changed.', then: read })),
    button('Delete', hook.url, async (event) => {
      const pressed = event.currentTarget;
      if (await sure(`Delete the webhook to ${hook.url} and its deliveries?`, 'Delete it')) {
        await act(pressed, `/webhooks/${hook.id}`, { method: 'DELETE', done: 'It is gone.', then: read });
      }
    }))),
  made('p', {}, made('code', {}, hook.url)), made('p', { class: 'soft' }, wants(hook)),
  hook.disabledReason && made('p', { class: 'todo' }, hook.disabledReason), hook.restingUntil && made('p', { class: 'todo' }, `It rests until ${moment(hook.restingUntil)}.`), details);
}

export async function open(place) {
  const read = async () => {
    const hooks = await ask('/webhooks?limit=200');
    place.replaceChildren(hooks.items.length
      ? made('ul', { class: 'cards' }, ...hooks.items.map((one) => card(one, read)))
      : made('p', { class: 'soft' }, 'There is no webhook. POST /api/v1/webhooks makes one.'));
  };
  await read();
}
