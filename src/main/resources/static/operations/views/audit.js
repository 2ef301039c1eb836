import { keepFocus, made } from '../dom.js';
import { moment } from '../format.js';
import { ask } from '../service.js';
import { table, to } from './parts.js';

export async function open(place) {
  const rows = [];
  const draw = async (cursor) => {
    const audit = await ask(`/audit?limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    rows.push(...audit.items.map((one) => [moment(one.at), one.callerName, one.operation, made('code', {}, one.target), one.status ?? 'under way',
      one.address, one.correlationId ? to('journey', one.correlationId) : '']));
    place.replaceChildren(table('Changes through the API, the newest first', ['When', 'Who', 'What', 'Target', 'Status#', 'From', 'Correlation id'], rows),
      audit.next ? made('button', { type: 'button', onclick: (event) => keepFocus(place, event.currentTarget, () => draw(audit.next)) }, 'Show more') : '');
  };
  await draw(null);
}
