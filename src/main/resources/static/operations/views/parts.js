import { made } from '../dom.js';

/** A table of texts and elements. A head that ends with "#" is one of numbers. */
export function table(caption, heads, rows, none = 'There is nothing yet.') {
  if (!rows.length) {
    return made('p', { class: 'soft' }, none);
  }
  const names = heads.map((head) => head.replace('#', ''));
  const kind = (place) => (heads[place].endsWith('#') ? 'number' : null);
  return made('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': caption }, made('table', {},
    made('caption', { class: 'unseen' }, caption),
    made('thead', {}, made('tr', {}, ...names.map((name, place) => made('th', { scope: 'col', class: kind(place) }, name)))),
    made('tbody', {}, ...rows.map((row) => made('tr', {}, ...row.map((one, place) => (place === 0
      ? made('th', { scope: 'row' }, one)
      : made('td', { class: kind(place), 'data-label': names[place] }, one ?? '')))))),
  ));
}

export const heading = (text) => made('h3', { class: 'part' }, text);

/** A link to another view. */
export const to = (view, argument, text = argument) => made('a', { href: `#/${view}/${encodeURIComponent(argument)}` }, text);

export const badge = (text, tone) => made('span', { class: `badge ${tone}` }, text);

/** Names with their values, those that are known. */
export function facts(all) {
  return made('dl', { class: 'facts' }, ...Object.entries(all).filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => made('div', {}, made('dt', {}, name), made('dd', {}, value))));
}

/** A label over what it is for. */
export const field = (label, input) => made('label', {}, label, input);
