import { act } from '../act.js';
import { button, made, sure } from '../dom.js';
import { moment, number } from '../format.js';
import { ask } from '../service.js';
import { badge, field, table } from './parts.js';

function state(key) {
  if (key.revokedAt) {
    return badge('revoked', '');
  }
  if (key.expiresAt && new Date(key.expiresAt) < new Date()) {
    return badge('expired', '');
  }
  return key.replacedBy ? badge('replaced', 'warn') : badge('valid', 'good');
}

export async function open(place) {
  const name = made('input', { required: true, maxlength: 100 });
  const scope = made('select', {}, ...['read', 'feed', 'write', 'operate', 'admin'].map((one) => made('option', {}, one)));
  const shown = made('p', { role: 'status', class: 'once' });
  const list = made('div', {});
  const tell = (answer) => {
    shown.replaceChildren(`The key of ${answer.name}, shown this once: `, made('code', {}, answer.key));
    return `${answer.name} has a key.`;
  };
  const read = async () => {
    const keys = await ask('/keys');
    list.replaceChildren(table('API keys, the newest first', ['Holder', 'Scope', 'State', 'Made', 'Expires', 'Last used', 'Requests a minute#', 'Act'],
      keys.items.map((one) => [one.name, one.scope, state(one), `${moment(one.madeAt)} by ${one.madeBy}`, moment(one.expiresAt) || 'never',
        moment(one.lastUsedAt) || 'never', one.requestsPerMinute ? number(one.requestsPerMinute) : 'as set for all', one.revokedAt ? '' : acts(one)])));
  };
  const acts = (one) => made('span', { class: 'acts' },
    one.replacedBy ? '' : button('Rotate', one.name, (event) => act(event.currentTarget, `/keys/${one.id}/rotate`, { done: tell, then: read })),
    button('Revoke', one.name, async (event) => {
      const pressed = event.currentTarget;
      if (await sure(`Revoke the key of ${one.name}? It lets in no more.`, 'Revoke it')) {
        await act(pressed, `/keys/${one.id}`, { method: 'DELETE', done: `The key of ${one.name} is revoked.`, then: read });
      }
    }));
  const form = made('form', {}, field('Holder', name), field('Scope', scope), made('button', { type: 'submit' }, 'Create key'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act(event.submitter, '/keys', { body: { name: name.value, scope: scope.value }, done: tell, then: read });
  });
  await read();
  place.replaceChildren(form, shown, list);
}
