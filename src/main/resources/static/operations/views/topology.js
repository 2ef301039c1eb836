import { made } from '../dom.js';
import { many, number } from '../format.js';
import { ask } from '../service.js';
import { badge, heading, table, to } from './parts.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 168;
const HEIGHT = 64;

/** Where each flow stands, and where what goes through it goes next. */
const PLACES = [
  { name: 'requests', title: 'Requests', x: 0, y: 0, next: ['calls'] },
  { name: 'events', title: 'Events in', x: 0, y: 2, next: ['acting'] },
  { name: 'acting', title: 'Events processed', x: 1, y: 2, next: ['calls', 'changes'] },
  { name: 'calls', title: 'ChromeData calls', x: 1, y: 0, next: ['pictures', 'changes'] },
  { name: 'pictures', title: 'Pictures', x: 2, y: 0, next: [] },
  { name: 'changes', title: 'Changes', x: 2, y: 1, next: ['publishing', 'webhooks'] },
  { name: 'publishing', title: 'Out by Redis', x: 3, y: 1, next: [] },
  { name: 'webhooks', title: 'Out by webhooks', x: 3, y: 2, next: [] },
];

function drawn(tag, attributes, text = '') {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  element.textContent = text;
  return element;
}

const left = (place) => 8 + place.x * (WIDTH + 56);
const top = (place) => 8 + place.y * (HEIGHT + 40);

function arrow(from, to, busy) {
  const [x, y] = [left(from) + WIDTH, top(from) + HEIGHT / 2];
  const [endX, endY] = [left(to), top(to) + HEIGHT / 2];
  // Straight down where both stand in one column.
  const line = from.x === to.x
    ? `M${left(from) + WIDTH / 2} ${top(from) + (to.y > from.y ? HEIGHT : 0)}V${top(to) + (to.y > from.y ? -4 : HEIGHT + 4)}`
    : `M${x} ${y}C${x + 28} ${y} ${endX - 28} ${endY} ${endX - 4} ${endY}`;
  return drawn('path', { d: line, class: `edge${busy ? ' busy' : ''}`, 'marker-end': 'url(#tip)' });
}

function box(place, flow) {
  const group = drawn('g', { class: `box${flow.failedPerMinute ? ' bad' : ''}` });
  group.append(drawn('rect', { x: left(place), y: top(place), width: WIDTH, height: HEIGHT, rx: 8 }), drawn('text', { x: left(place) + 10, y: top(place) + 19, class: 'name' }, place.title),
    drawn('text', { x: left(place) + 10, y: top(place) + 38 }, `${number(flow.perMinute)} a minute`),
    drawn('text', { x: left(place) + 10, y: top(place) + 54 }, [flow.waiting ? `${number(flow.waiting)} waiting` : '', flow.failedPerMinute ? `${number(flow.failedPerMinute)} failing` : ''].filter(Boolean).join(', ') || 'nothing waits'));
  return group;
}

function diagram(flows) {
  const by = new Map(flows.map((one) => [one.name, one]));
  const tip = drawn('marker', { id: 'tip', viewBox: '0 0 8 8', refX: 6, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' });
  tip.append(drawn('path', { d: 'M0 0L8 4L0 8Z' }));
  const svg = drawn('svg', { viewBox: `0 0 ${left({ x: 3 }) + WIDTH + 8} ${top({ y: 2 }) + HEIGHT + 8}`, class: 'topology', role: 'img',
    'aria-label': `What goes through the service, a minute: ${PLACES.map((place) => `${place.title} ${number(by.get(place.name).perMinute)}`).join(', ')}` });
  svg.append(tip, ...PLACES.flatMap((place) => place.next.map((name) => arrow(place, PLACES.find((one) => one.name === name), by.get(name).perMinute > 0))),
    ...PLACES.map((place) => box(place, by.get(place.name))));
  return svg;
}

function routes(items) {
  return table('Routes of the operator', ['Route', 'State', 'What it does'], items.map((one) => [to('route', one.file), one.trouble ? badge('edit refused', 'bad') : badge(one.state || 'mapping', one.state === 'running' ? 'good' : ''), one.description]));
}

export async function open(place) {
  const drawing = made('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Diagram' });
  const [flows, list] = await Promise.all([ask('/flows'), ask('/routes')]);
  drawing.append(diagram(flows.items));
  place.replaceChildren(drawing, heading(`${many(list.items.length, 'file')} of routes and mappings`), routes(list.items));
  return async () => drawing.replaceChildren(diagram((await ask('/flows')).items));
}
