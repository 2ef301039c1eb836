import { media, vehicle as load } from './api.js';
import { el, picture, show, swatch } from './dom.js';
import { basis, facts, money, price, shot, title, word, number } from './words.js';
import { compared } from './chosen.js';
import { gallery } from './large.js';
import { offers } from './offers.js';

const MOST = 4;
const AGAIN = 3000;
const TRIES = 40;
const HERO = { eager: true, width: 1280, sizes: '(max-width: 60rem) 100vw, 44rem' };

/** What the angles of a style look like, as far as it was seen here: an angle that is still copied in a colour shows that meanwhile. */
const likenesses = new Map();

/** A vehicle's page: pictures in the colour that is chosen, facts, equipment, options, and how all of it is known. */
export async function vehicle(wanted, go) {
  const vin = wanted.get('vin');
  const styleId = wanted.get('styleId');
  const card = await load(vin, 'card', styleId);
  // Its picture is on the way while the rest is asked for, and all of it comes at once, so that nothing moves.
  const hero = picture(wanted.has('color') ? null : card.pictures.hero?.url, title(card), { ...HERO, class: 'hero', placeholder: card.pictures.hero?.placeholder });
  const [style, offered] = await Promise.all([
    card.described ? load(vin, 'style', styleId || card.styleId || card.candidates[0]?.styleId) : null, offers(card)]);
  return el('article', { class: 'vehicle' },
    card.described ? pictures(card, style, wanted, go, hero) : el('p', { class: 'panel' }, 'ChromeData has no description of this vehicle yet; what its dealer says is below.'),
    head(card, style, wanted, go),
    offered,
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
    card.candidates.length > 1 && el('label', {}, 'This VIN fits several styles ', el('select', { 'data-focus': 'style', onchange: (event) => go({ ...Object.fromEntries(wanted), styleId: event.target.value }) },
      card.candidates.map((one) => el('option', { value: one.styleId, selected: String(one.styleId) === String(style?.styleId) }, [one.name, one.trim && `(${one.trim})`].filter(Boolean).join(' '))))),
    card.candidates.length > 1 && el('p', {}, el('a', { href: `/gallery/?compare=${card.candidates.slice(0, MOST).map((one) => `${card.vin}.${one.styleId}`).join(',')}`, 'data-go': true }, 'Compare these styles')),
    el('dl', {}, facts(style ? { ...card, ...known(style) } : card).map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, String(value))))),
    card.highlights.length > 0 && el('ul', { class: 'highlights' }, card.highlights.map((one) => el('li', {}, one))),
    compared(card.vin, title(card)));
}

const known = (style) => Object.fromEntries(Object.entries(style).filter(([, value]) => value !== null));

/** A colour is shown in place: what is open and where the keyboard is stays as it is. */
function pictures(card, style, wanted, go, hero) {
  const parts = { hero, strip: el('ul', { class: 'shots' }), said: el('p', { class: 'soft', role: 'status' }), run: 0 };
  const chips = (style?.exteriorColors || []).map((paint) => el('button', {
    type: 'button', title: paint.name, 'aria-label': paint.name, onclick: () => {
      go.note({ ...Object.fromEntries(wanted), color: paint.name });
      wanted.set('color', paint.name);
      paintIn(paint.name);
    },
  }, swatch(paint.hex)));
  const paintIn = (color) => {
    chips.forEach((chip, at) => chip.setAttribute('aria-pressed', String([style.exteriorColors[at].name, style.exteriorColors[at].code].includes(color))));
    parts.run++;
    fill(card, style, color, parts, 0);
  };
  paintIn(wanted.get('color') || card.exteriorColor?.name || '');
  return el('section', { class: 'pictures', 'aria-label': 'Pictures' }, el('button', { type: 'button', class: 'plain', title: 'Show in full size', onclick: () => gallery(parts.strip, 0) }, hero),
    el('ul', { class: 'chips', 'aria-label': 'Colours' }, chips.map((chip) => el('li', {}, chip))), parts.said, parts.strip);
}

/** Shows the pictures there are, and comes back for those that are still being copied, as long as the page shows them. */
async function fill(card, style, color, parts, tries) {
  const { run } = parts;
  let found;
  try {
    found = await media(card.vin, style?.styleId, color);
  } catch (failure) {
    parts.said.textContent = failure.message;
    return;
  }
  if (run !== parts.run) {
    return;
  }
  // Without a colour, all of them are listed; then it is shown in none in particular.
  const angles = onePerAngle(found.items.filter((one) => (one.url || one.toCopy) && (found.color || !one.color)));
  const likeness = (one) => {
    const key = `${style?.styleId} ${one.shot}`;
    if (one.placeholder) {
      likenesses.set(key, one.placeholder);
    }
    return one.placeholder || likenesses.get(key);
  };
  const best = angles[0];
  show(parts.hero, best?.url, `${title(card)}, ${shot(best?.shot || '01')}`, { ...HERO, placeholder: best && likeness(best), none: best ? 'The picture is being copied' : found.items.length ? 'Its pictures are not copied here' : 'No picture' });
  parts.said.textContent = say(card, found, color);
  angles.forEach((one, at) => {
    let item = parts.strip.children[at];
    if (item?.dataset.shot !== one.shot) {
      const added = el('li', { 'data-shot': one.shot }, el('button', { type: 'button', class: 'plain', title: shot(one.shot), onclick: () => gallery(parts.strip, at) }, picture(null, '', { none: '…' })));
      parts.strip.insertBefore(added, item || null);
      item?.remove();
      item = added;
    }
    Object.assign(item.dataset, { url: one.url || '', text: shot(one.shot) });
    show(item.querySelector('.frame'), one.url, shot(one.shot), { sizes: '8rem', placeholder: likeness(one), none: '…' });
  });
  if (angles.some((one) => !one.url) && tries < TRIES) {
    setTimeout(() => parts.strip.isConnected && run === parts.run && fill(card, style, color, parts, tries + 1), AGAIN);
  }
}

/** Each angle once, in the colour before in none, the front three-quarter view first: a picture that comes later moves no other. */
function onePerAngle(items) {
  const angles = new Map();
  items.forEach((one) => {
    const had = angles.get(one.shot);
    if (!had || (one.color && !had.color)) {
      angles.set(one.shot, one);
    }
  });
  return [...angles.values()].sort((a, b) => (a.color ? 0 : 1) - (b.color ? 0 : 1) || a.shot.localeCompare(b.shot));
}

function say(card, found, color) {
  if (found.color?.source === 'asked') {
    return found.color.code ? `In ${found.color.name || color}` : `No picture shows ${color}: ${found.color.reason}`;
  }
  if (found.color) {
    return `In ${found.color.name || color}, its own colour: ${basis(found.color.source)}`;
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
  return el('details', { class: 'panel' }, el('summary', {}, el('h2', {}, `Options (${priced.length})`)), el('ul', { class: 'options' }, priced.map((one) => el('li', {},
    el('span', {}, el('strong', {}, one.name || one.text), one.presence && el('small', {}, ` ${word(one.presence)}`)), el('span', {}, one.msrp ? money(one.msrp, style.price?.currency) : 'no charge')))));
}

function group(name, items, by, body) {
  const groups = new Map();
  items.forEach((one) => groups.set(by(one) || 'Other', [...(groups.get(by(one) || 'Other') || []), one]));
  return items.length > 0 && el('details', { class: 'panel' }, el('summary', {}, el('h2', {}, `${name} (${items.length})`)), [...groups].map(([title, ones]) => el('section', {}, el('h3', {}, title), body(ones))));
}

function how(card) {
  const fresh = card.freshness || {};
  return el('details', { class: 'panel how' }, el('summary', {}, el('h2', {}, 'How we know')), el('dl', {}, Object.entries({
    VIN: card.vin, Source: fresh.service, 'Kind of data': fresh.dataSource, 'Data build': fresh.build,
    'Asked for': fresh.fetchedAt && new Date(fresh.fetchedAt).toLocaleString(), Freshness: fresh.stale ? 'stale, being refreshed' : 'fresh',
    Style: card.ambiguous ? 'several fit' : 'known', Colour: card.exteriorColor && `${card.exteriorColor.name}, ${basis(card.exteriorColor.basis)}`,
  }).filter(([, value]) => value).map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))));
}
