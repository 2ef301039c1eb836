import { vehicle } from './api.js';
import { el, picture } from './dom.js';
import { facts, money, price, title } from './words.js';

/** Up to four vehicles side by side, or styles of one (a VIN, a dot and the style's number); where they differ is marked. */
export async function compare(keys) {
  const wanted = keys.slice(0, 4).map((key) => key.split('.'));
  const cards = await Promise.all(wanted.map(([vin, styleId]) => vehicle(vin, 'card', styleId)));
  const known = cards.map((card) => new Map([['Price', price(card)?.text], ['MSRP', money(card.price?.msrp, card.price?.currency)], ['Style', card.styleName], ['Trim', card.trim], ['Colour', card.exteriorColor?.name], ...facts(card), ['Stands out', card.highlights.join(', ')]]));
  const names = [...new Set(known.flatMap((one) => [...one.keys()]))].filter((name) => known.some((one) => one.get(name)));
  return el('section', { class: 'comparison' }, el('h1', {}, 'Side by side'),
    el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Comparison' }, el('table', {},
      el('thead', {}, el('tr', {}, el('td', {}), cards.map((card, at) => el('th', { scope: 'col' }, head(card, wanted[at][1]))))),
      el('tbody', {}, names.map((name) => {
        const values = known.map((one) => String(one.get(name) ?? ''));
        return el('tr', { class: new Set(values).size > 1 ? 'differs' : '' }, el('th', { scope: 'row' }, name, new Set(values).size > 1 && el('span', { class: 'unseen' }, ', differs')), values.map((value) => el('td', {}, value || '–')));
      })))));
}

function head(card, styleId) {
  const query = new URLSearchParams({ vin: card.vin, ...(styleId && { styleId }) });
  return el('a', { href: `/gallery/?${query}`, 'data-go': true },
    picture(card.pictures?.hero?.url, '', { eager: true, placeholder: card.pictures?.hero?.placeholder, sizes: '14rem', none: 'No picture' }), title(card));
}
