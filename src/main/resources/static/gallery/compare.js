import { vehicle } from './api.js';
import { el, picture } from './dom.js';
import { facts, price, title } from './words.js';

/** Up to four vehicles side by side; where they differ is marked. */
export async function compare(vins) {
  const cards = await Promise.all(vins.slice(0, 4).map((vin) => vehicle(vin, 'card')));
  const known = cards.map((card) => new Map([['Price', price(card)?.text], ['Trim', card.trim], ['Colour', card.exteriorColor?.name], ...facts(card), ['Stands out', card.highlights.join(', ')]]));
  const names = [...new Set(known.flatMap((one) => [...one.keys()]))].filter((name) => known.some((one) => one.get(name)));
  return el('section', { class: 'comparison' }, el('h1', {}, 'Side by side'),
    el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Comparison' }, el('table', {},
      el('thead', {}, el('tr', {}, el('td', {}), cards.map((card) => el('th', { scope: 'col' },
        el('a', { href: `/gallery/?vin=${encodeURIComponent(card.vin)}`, 'data-go': true }, picture(card.pictures?.hero?.url, title(card), { eager: true }), title(card)))))),
      el('tbody', {}, names.map((name) => {
        const values = known.map((one) => String(one.get(name) ?? ''));
        return el('tr', { class: new Set(values).size > 1 ? 'differs' : '' }, el('th', { scope: 'row' }, name), values.map((value) => el('td', {}, value || '–')));
      })))));
}
