import { media, vehicle as load } from './api.js';
import { el, picture, show, swatch } from './dom.js';
import { basis, facts, money, price, shot, title, word, number } from './words.js';
import { compared } from './chosen.js';
import { gallery } from './large.js';
import { offers } from './offers.js';

const AGAIN = 3000;
const TRIES = 40;

/** A vehicle's page: pictures in the colour that is chosen, facts, equipment, options, and how all of it is known. */
export async function vehicle(wanted, go) {
  const vin = wanted.get('vin');
  const styleId = wanted.get('styleId');
  const card = await load(vin, 'card', styleId);
  const style = card.described ? await load(vin, 'style', styleId || card.styleId || card.candidates[0]?.styleId) : null;
  return el('article', { class: 'vehicle' },
    card.described ? pictures(card, style, wanted, go) : el('p', { class: 'panel' }, 'ChromeData has no description of this vehicle yet; what its dealer says is below.'),
    head(card, style, wanted, go),
    offers(card),
    style && details(style),
    how(card));
}

function head(card, style, wanted, go) {
  const cost = price(card);
  const own = card.own || {};
  return el('section', { class: 'head' },
    el('h1', {}, title(card)),
    el('p', { class: 'soft' }, [card.trim, card.styleName].filter(Boolean).join(' · ')),
    cost && el('p', { class: 'price' }, cost.text, cost.kind && el('small', {}, ` ${cost.kind}`)),
    el('p', { class: 'tags' }, [word(own.status), typeof own.mileage === 'number' && `${number(own.mileage)} ${own.mileageUnit === 'KM' ? 'km' : 'mi'}`, own.stock && `Stock ${own.stock}`].filter(Boolean).map((tag) => el('span', {}, tag))),
    card.candidates.length > 1 && el('label', {}, 'This VIN fits several styles ', el('select', { onchange: (event) => go({ ...Object.fromEntries(wanted), styleId: event.target.value }) },
      card.candidates.map((one) => el('option', { value: one.styleId, selected: String(one.styleId) === String(style?.styleId) }, [one.name, one.trim && `(${one.trim})`].filter(Boolean).join(' '))))),
    el('dl', {}, facts(style ? { ...card, ...known(style) } : card).map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, String(value))))),
    card.highlights.length > 0 && el('ul', { class: 'highlights' }, card.highlights.map((one) => el('li', {}, one))),
    compared(card.vin, title(card)));
}

const known = (style) => Object.fromEntries(Object.entries(style).filter(([, value]) => value !== null));

function pictures(card, style, wanted, go) {
  const color = wanted.get('color') || card.exteriorColor?.name || '';
  const hero = picture(card.pictures.hero?.url, title(card), { class: 'hero', eager: true, width: 1280, sizes: '(max-width: 60rem) 100vw, 44rem' });
  const strip = el('ul', { class: 'shots' });
  const said = el('p', { class: 'soft', role: 'status' });
  const chips = el('ul', { class: 'chips', 'aria-label': 'Colours' }, (style?.exteriorColors || []).map((paint) => el('li', {},
    el('button', { type: 'button', title: paint.name, 'aria-label': paint.name, 'aria-pressed': String(color === paint.name || color === paint.code), onclick: () => go({ ...Object.fromEntries(wanted), color: paint.name }, true) }, swatch(paint.hex)))));
  const section = el('section', { class: 'pictures' }, el('button', { type: 'button', class: 'plain', title: 'Show in full size', onclick: () => gallery(strip, 0) }, hero), chips, said, strip);
  fill(card, style, color, { hero, strip, said }, 0);
  return section;
}

/** Shows the pictures there are, and comes back for those that are still being copied, as long as the page shows them. */
async function fill(card, style, color, parts, tries) {
  let found;
  try {
    found = await media(card.vin, style?.styleId, color);
  } catch (failure) {
    parts.said.textContent = failure.message;
    return;
  }
  const angles = onePerAngle(found.items.filter((one) => one.url || one.toCopy));
  const best = angles.find((one) => one.url) || null;
  show(parts.hero, best?.url, `${title(card)}, ${shot(best?.shot || '01')}`, { eager: true, width: 1280, sizes: '(max-width: 60rem) 100vw, 44rem', none: angles.length ? 'The picture is being copied' : found.items.length ? 'Its pictures are not copied here' : 'No picture' });
  parts.said.textContent = say(card, found, color);
  angles.forEach((one, at) => {
    const old = parts.strip.children[at];
    if (old && old.dataset.shot === one.shot) {
      show(old.querySelector('.frame'), one.url, shot(one.shot), { sizes: '8rem' });
      old.dataset.url = one.url || '';
    } else {
      const button = el('button', { type: 'button', class: 'plain', title: shot(one.shot), onclick: () => gallery(parts.strip, at) }, picture(one.url, shot(one.shot), { sizes: '8rem', none: '…' }));
      const item = el('li', { 'data-shot': one.shot, 'data-url': one.url || '', 'data-text': shot(one.shot) }, button);
      if (old) {
        old.replaceWith(item);
      } else {
        parts.strip.append(item);
      }
    }
  });
  if (angles.some((one) => !one.url) && tries < TRIES) {
    setTimeout(() => parts.strip.isConnected && fill(card, style, color, parts, tries + 1), AGAIN);
  }
}

function onePerAngle(items) {
  const angles = new Map();
  for (const one of items) {
    const had = angles.get(one.shot);
    if (!had || (!had.url && one.url) || (Boolean(had.url) === Boolean(one.url) && !had.color && one.color)) {
      angles.set(one.shot, one);
    }
  }
  return [...angles.values()].sort((a, b) => (b.url ? 1 : 0) - (a.url ? 1 : 0) || a.shot.localeCompare(b.shot));
}

function say(card, found, color) {
  if (found.color) {
    return `${found.color.name || color}: ${found.color.reason}`;
  }
  return card.exteriorColor ? `${card.exteriorColor.name}: ${basis(card.exteriorColor.basis)}` : 'In no particular colour; its own is not known. Press a colour to see it.';
}

function details(style) {
  return el('section', { class: 'details' },
    options(style),
    group('Standard equipment', style.equipment.filter((one) => one.presence !== 'optional'), (one) => one.group, (ones) => el('ul', {}, ones.map((one) => el('li', {}, one.text)))),
    group('Specifications', style.specifications.filter((one) => one.value !== null), (one) => one.group || one.header, (ones) => el('dl', {}, ones.map((one) => el('div', {},
      el('dt', {}, one.title), el('dd', {}, `${one.value}${one.unit ? ` ${one.unit}` : ''}${one.condition ? ` (${one.condition})` : ''}`))))));
}

function options(style) {
  if (!style.options.length) {
    return null;
  }
  const priced = [...style.options].sort((a, b) => (b.msrp || 0) - (a.msrp || 0));
  return el('details', { class: 'panel' }, el('summary', {}, `Options (${priced.length})`), el('ul', { class: 'options' }, priced.map((one) => el('li', {},
    el('span', {}, el('strong', {}, one.name || one.text), one.presence && el('small', {}, ` ${word(one.presence)}`)), el('span', {}, money(one.msrp, style.price?.currency) || 'no charge')))));
}

function group(name, items, by, body) {
  const groups = new Map();
  items.forEach((one) => groups.set(by(one) || 'Other', [...(groups.get(by(one) || 'Other') || []), one]));
  return items.length > 0 && el('details', { class: 'panel' }, el('summary', {}, `${name} (${items.length})`), [...groups].map(([title, ones]) => el('section', {}, el('h3', {}, title), body(ones))));
}

function how(card) {
  const fresh = card.freshness || {};
  return el('details', { class: 'panel how' }, el('summary', {}, 'How we know'), el('dl', {}, Object.entries({
    VIN: card.vin, Source: fresh.service, 'Kind of data': fresh.dataSource, 'Data build': fresh.build,
    'Asked for': fresh.fetchedAt && new Date(fresh.fetchedAt).toLocaleString(), Freshness: fresh.stale ? 'stale, being refreshed' : 'fresh',
    Style: card.ambiguous ? 'several fit' : 'known', Colour: card.exteriorColor && `${card.exteriorColor.name}, ${basis(card.exteriorColor.basis)}`,
  }).filter(([, value]) => value).map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))));
}
