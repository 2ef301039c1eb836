import { vehicles } from './api.js';
import { at, el, picture, show, swatch } from './dom.js';
import { price, title, word, number } from './words.js';
import { compared } from './chosen.js';

const FACETS = {
  make: 'Make', model: 'Model', year: 'Year', body: 'Body', fuel: 'Fuel', drivetrain: 'Drive', transmission: 'Transmission', color: 'Colour',
  status: 'Status', dealer: 'Dealer',
};
const RANGES = { priceFrom: 'Price from', priceTo: 'Price up to', mileageFrom: 'Mileage from', mileageTo: 'Mileage up to' };
const ORDERS = {
  '-changed': 'Newest first', '-seen': 'Most seen', price: 'Price, low to high', '-price': 'Price, high to low', mileage: 'Mileage, low to high', '-year': 'Model year, new to old',
  model: 'Make and model', '-added': 'Added last',
};
const PAINTS = {
  beige: 'd9c7a3', black: '1c1c1e', blue: '2b57a5', brown: '6b4a2f', gold: 'c8a24a', gray: '8a9096', green: '2f6b45', orange: 'dd7a1f', purple: '6b3fa0',
  red: 'b3202a', silver: 'c4c8cc', white: 'fafafa', yellow: 'eec643',
};

/** Lists show pictures as they were up to twenty seconds ago. */
const AGAIN = 10_000;
const TRIES = 12;

/** The vehicles that fit what the address says, with what they can be narrowed by. */
export async function list(wanted, go) {
  const filters = Object.fromEntries([...wanted].filter(([name]) => name in FACETS || name in RANGES || ['q', 'sort', 'pictures'].includes(name)));
  const start = !Object.keys(filters).length;
  Object.assign(filters, start ? { pictures: 'true', sort: '-changed' } : { sort: filters.sort || '-changed' });
  const facets = Object.keys(FACETS).join(',');
  let found = await vehicles(filters, { facets });
  // It opens with what there is to see; where no picture is copied yet, with all there is.
  if (start && !found.items.length) {
    delete filters.pictures;
    found = await vehicles(filters, { facets });
  }
  const cards = el('ul', { class: 'cards' }, found.items.map((card, place) => item(card, place < 4)));
  if (found.items.some(pending)) {
    setTimeout(() => fill(cards, filters, 1), AGAIN);
  }
  const results = el('section', { class: 'results', 'aria-label': 'Vehicles' }, heading(found, filters, go), cards, more(found, filters, cards));
  return el('div', { class: 'list' }, narrowing(found, filters, go), results);
}

const pending = (card) => card.pictures?.count > 0 && !card.pictures.hero?.url;

/** Pictures that are copied meanwhile come by themselves, all by one request, as long as the list is shown. */
async function fill(cards, filters, tries) {
  const found = cards.isConnected ? await vehicles(filters).catch(() => ({ items: [] })) : { items: [] };
  found.items.filter((card) => card.pictures?.hero?.url).forEach((card) => {
    const frame = cards.querySelector(`[data-focus="${CSS.escape(card.vin)}"] .frame.waiting`);
    if (frame) {
      show(frame, card.pictures.hero.url, title(card), shown(card));
    }
  });
  if (tries < TRIES && found.items.some(pending)) {
    setTimeout(() => fill(cards, filters, tries + 1), AGAIN);
  }
}

const shown = (card) => ({ placeholder: card.pictures?.hero?.placeholder, sizes: '(max-width: 40rem) 95vw, 20rem', none: none(card) });

function item(card, eager) {
  const cost = price(card);
  const own = card.own || {};
  const name = title(card);
  return el('li', { class: 'card' },
    el('a', { href: `/gallery/?vin=${encodeURIComponent(card.vin)}`, 'data-go': true, 'data-focus': card.vin },
      picture(card.pictures?.hero?.url, name, { ...shown(card), eager }),
      el('span', { class: 'body' },
        el('strong', {}, name),
        el('span', { class: 'soft' }, card.trim || card.styleName || (card.ambiguous ? `One of ${card.candidates.length} styles` : card.vin)),
        el('span', { class: 'price' }, cost ? cost.text : '', cost?.kind && el('small', {}, ` ${cost.kind}`)),
        el('span', { class: 'soft tags' }, [word(own.status), typeof own.mileage === 'number' && `${number(own.mileage)} ${own.mileageUnit === 'KM' ? 'km' : 'mi'}`, word(card.drivetrain), word(card.fuel)]
          .filter(Boolean).map((tag) => el('span', {}, tag))))),
    compared(card.vin, name));
}

function none(card) {
  return !card.described ? 'No description yet' : card.pictures?.count ? 'No picture is copied yet' : 'No picture';
}

function heading(found, filters, go) {
  const order = el('select', { id: 'sort', 'data-focus': 'sort', onchange: () => go({ ...filters, sort: order.value }) },
    Object.entries(ORDERS).map(([value, text]) => el('option', { value, selected: value === filters.sort }, text)));
  const total = `${number(found.total ?? found.items.length)}${found.atLeast ? ' or more' : ''}`;
  return el('div', { class: 'heading' },
    el('h1', {}, found.total === 1 ? 'One vehicle' : `${total} vehicles`),
    el('label', { for: 'sort' }, 'Order ', order),
    el('ul', { class: 'applied' }, Object.entries(filters).filter(([name]) => name !== 'sort').map(([name, value]) =>
      el('li', {}, el('button', { type: 'button', title: 'Take this away', onclick: () => go({ ...filters, [name]: null }) },
        name === 'pictures' ? 'With pictures ' : `${FACETS[name] || RANGES[name] || 'Words'}: ${word(value)} `, el('span', { 'aria-hidden': 'true' }, '×'))))));
}

/** Further pages are added where the last one ends. */
function more(found, filters, cards) {
  let next = found.next;
  const button = el('button', {
    type: 'button', class: 'more', hidden: !next, onclick: async () => {
      button.disabled = true;
      try {
        const page = await vehicles(filters, { cursor: next });
        const added = page.items.map((card) => item(card, false));
        cards.append(...added);
        added[0]?.querySelector('a').focus();
        next = page.next;
        button.hidden = !next;
        at('message').textContent = '';
      } catch (failure) {
        at('message').textContent = failure.message;
      } finally {
        button.disabled = false;
      }
    },
  }, 'More vehicles');
  return button;
}

function narrowing(found, filters, go) {
  const groups = Object.entries(FACETS).filter(([name]) => found.facets?.[name]?.length).map(([name, text]) => facet(name, text, found.facets[name], filters, go));
  const ranges = el('form', {
    class: 'ranges', onsubmit: (event) => {
      event.preventDefault();
      go({ ...filters, ...Object.fromEntries(new FormData(ranges)) });
    },
  }, Object.entries(RANGES).map(([name, text]) => el('label', {}, text, el('input', { name, inputmode: 'numeric', pattern: '[0-9]*', maxlength: 9, value: filters[name] || '' }))),
  el('button', { type: 'submit', 'data-focus': 'ranges' }, 'Apply'));
  return el('details', { class: 'narrowing', open: matchMedia('(min-width: 60rem)').matches }, el('summary', {}, 'Narrow down'), groups, ranges);
}

function facet(name, text, values, filters, go) {
  return el('fieldset', {}, el('legend', {}, text), values.slice(0, 12).map(({ value, count }) => {
    const on = filters[name] === value;
    return el('button', { type: 'button', class: 'choice', 'data-focus': `${name} ${value}`, 'aria-pressed': String(on), onclick: () => go({ ...filters, [name]: on ? null : value }) },
      name === 'color' && swatch(PAINTS[value]), el('span', {}, name === 'make' || name === 'model' || name === 'dealer' ? value : word(value)), el('span', { class: 'count' }, number(count)));
  }));
}
