import { history, offers as load } from './api.js';
import { el } from './dom.js';
import { money, number, word } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
const DAY = 86_400_000;
const [WIDTH, HEIGHT, EDGE] = [640, 120, 8];

/** What each dealer offers the vehicle for, for how long he has had it, and how its price went; null where nobody does. */
export async function offers(card) {
  const [{ offers: found }, told] = await Promise.all([load(card.vin), history(card.vin)]).catch(() => [{}, null]);
  if (!found || !found.length) {
    return null;
  }
  const currency = card.price?.currency;
  const prices = course(told.items);
  return el('section', { class: 'panel offers', 'aria-label': 'Offers' }, el('h2', {}, 'Offers'), el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Offers by dealer' }, el('table', {},
    el('thead', {}, el('tr', {}, ['Dealer', 'Stock', 'Status', 'Price', 'Mileage', 'Days on the lot'].map((name) => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, found.map((one) => row(one, currency))))),
  prices.length > 1 && plot(prices, card.own?.currency || currency));
}

function row(offer, currency) {
  const ended = offer.tracked ? Date.now() : Date.parse(offer.lastSeen);
  const days = Math.max(0, Math.floor((ended - Date.parse(offer.since)) / DAY));
  const own = offer.fields || {};
  return el('tr', {}, el('th', { scope: 'row' }, offer.dealer), el('td', {}, offer.stock || ''), el('td', {}, word(offer.status) || ''),
    el('td', {}, money(offer.price, offer.currency || currency) || own.priceText || ''),
    el('td', {}, typeof offer.mileage === 'number' ? `${number(offer.mileage)} ${own.mileageUnit === 'KM' ? 'km' : 'mi'}` : ''),
    el('td', {}, `${days}${offer.tracked ? '' : ', gone'}`));
}

/** Prices with when each began to hold, the oldest first. */
function course(items) {
  return items.flatMap((one) => one.fields.filter((field) => field.name === 'own.price' && typeof field.to === 'number')
    .map((field) => ({ at: Date.parse(one.at), price: field.to }))).reverse();
}

/** A price holds until the next one: steps, with the words for who cannot see them. */
function plot(prices, currency) {
  const told = prices.map((one) => `${money(one.price, currency)} from ${new Date(one.at).toLocaleDateString()}`);
  const [first, last] = [prices[0].at, Math.max(Date.now(), prices.at(-1).at + 1)];
  const [least, most] = [Math.min(...prices.map((one) => one.price)), Math.max(...prices.map((one) => one.price))];
  const x = (at) => (EDGE + ((WIDTH - 2 * EDGE) * (at - first)) / (last - first)).toFixed(1);
  const y = (price) => (HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * (price - least)) / Math.max(1, most - least)).toFixed(1);
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', `M${x(first)} ${y(prices[0].price)}${prices.slice(1).map((one) => `H${x(one.at)}V${y(one.price)}`).join('')}H${x(last)}`);
  const picture = document.createElementNS(SVG, 'svg');
  Object.entries({ viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'course', role: 'img', 'aria-label': `Price: ${told.join(', ')}` })
    .forEach(([name, value]) => picture.setAttribute(name, value));
  picture.append(line);
  return el('figure', {}, el('figcaption', { class: 'soft' }, `Price, ${told[0]}, now ${money(prices.at(-1).price, currency)}`), picture);
}
