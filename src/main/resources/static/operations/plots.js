import { made, part, put, set } from './dom.js';
import { date, number, time } from './format.js';

const DAYS = 2 * 24 * 60;

const SVG = 'http://www.w3.org/2000/svg';
const HEIGHT = 150;
const LEFT = 40;
const RIGHT = 8;
const TOP = 8;
const BOTTOM = 20;

function drawn(tag, attributes, text) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  if (text !== undefined) {
    element.textContent = text;
  }
  return element;
}

/** The next round number: plots whose scales jump with every point cannot be read. */
function ceiling(value) {
  const size = 10 ** Math.floor(Math.log10(Math.max(value, 1)));
  return [1, 2, 3, 4, 6, 8, 10].map((step) => step * size).find((round) => round >= value) || 10 * size;
}

const known = (value) => value !== null && value !== undefined;

/** Lines through points; where nothing was kept, there is none. A point alone is a dot. */
function path(points, x, y) {
  let text = '';
  points.forEach((value, place) => {
    if (known(value)) {
      const begins = !known(points[place - 1]);
      text += `${begins ? 'M' : 'L'}${x(place).toFixed(1)} ${y(value).toFixed(1)}`;
      text += begins && !known(points[place + 1]) ? 'h0.01' : '';
    }
  });
  return text;
}

function area(points, x, y) {
  const pieces = [];
  let piece = [];
  points.forEach((value, place) => {
    if (known(value)) {
      piece.push(place);
    }
    if (piece.length && (!known(value) || place === points.length - 1)) {
      pieces.push(piece);
      piece = [];
    }
  });
  return pieces.map((places) => `M${x(places[0]).toFixed(1)} ${y(0)}${places.map((place) => `L${x(place).toFixed(1)} ${y(points[place]).toFixed(1)}`).join('')}L${x(places.at(-1)).toFixed(1)} ${y(0)}Z`).join('');
}

/** A line without anything around it, for a row of a table. */
export function sparkline(points) {
  const y = (value) => 22 - (20 * value) / Math.max(1e-9, ...points.filter(known));
  const x = (place) => (place * 120) / (points.length - 1);
  const svg = drawn('svg', { viewBox: '0 0 120 24', class: 'spark', 'aria-hidden': 'true', preserveAspectRatio: 'none' });
  svg.append(drawn('path', { d: area(points, x, y), class: 'area a' }), drawn('path', { d: path(points, x, y), class: 'line a' }));
  return svg;
}

/** A plot with its title, its legend, and what it says at a time that is pointed at, by hand or with the arrow keys. */
export class Plot {
  constructor(title, unit, lines) {
    this.title = title;
    this.unit = unit;
    this.lines = lines;
    this.pointed = null;
    this.element = made('figure', { class: 'plot' },
      made('figcaption', {}, made('strong', {}, title), made('span', { class: 'soft' }, ` ${unit}`), made('ul', { class: 'legend', 'data-part': 'legend' })),
      made('div', { class: 'canvas', 'data-part': 'canvas', tabindex: '0', role: 'img' }));
    this.canvas = part(this.element, 'canvas');
    part(this.element, 'legend').append(...lines.map((line) => made('li', { class: line.tone }, made('span', {}, line.label), ' ', made('b', { 'data-part': line.tone }))));
    this.canvas.addEventListener('pointermove', (event) => this.point(this.placeAt(event)));
    this.canvas.addEventListener('pointerleave', () => this.point(null));
    this.canvas.addEventListener('blur', () => this.point(null));
    this.canvas.addEventListener('keydown', (event) => this.step(event));
    new ResizeObserver(() => this.draw()).observe(this.canvas);
  }

  show(from, step, values) {
    this.from = new Date(from).getTime();
    this.apart = step * 1000;
    this.values = values;
    this.draw();
  }

  draw() {
    const width = this.canvas.clientWidth;
    if (!this.values || !width) {
      return;
    }
    const count = this.values[0].length;
    const most = ceiling(Math.max(0, ...this.values.flat().filter(known)));
    this.x = (place) => LEFT + (place * (width - LEFT - RIGHT)) / (count - 1);
    const y = (value) => HEIGHT - BOTTOM - (value * (HEIGHT - TOP - BOTTOM)) / most;
    const svg = drawn('svg', { width, height: HEIGHT, 'aria-hidden': 'true' });
    [0, most / 2, most].forEach((value) => svg.append(
      drawn('line', { x1: LEFT, x2: width - RIGHT, y1: y(value), y2: y(value), class: 'grid' }),
      drawn('text', { x: LEFT - 6, y: y(value) + 4, 'text-anchor': 'end' }, short(value)),
    ));
    this.hours(count).forEach(({ x, text }) => svg.append(drawn('text', { x, y: HEIGHT - 4, 'text-anchor': 'middle' }, text)));
    this.values.forEach((points, line) => {
      svg.append(drawn('path', { d: area(points, this.x, y), class: `area ${this.lines[line].tone}` }));
      svg.append(drawn('path', { d: path(points, this.x, y), class: `line ${this.lines[line].tone}` }));
    });
    this.rule = drawn('line', { y1: TOP, y2: HEIGHT - BOTTOM, class: 'rule' });
    svg.append(this.rule);
    this.canvas.replaceChildren(svg);
    this.point(this.pointed);
  }

  minutes() {
    return (this.values[0].length * this.apart) / 60000;
  }

  when(place) {
    const at = new Date(this.from + place * this.apart);
    return this.minutes() > DAYS ? `${date(at)}, ${time(at)}` : time(at);
  }

  /** Every fifth day, every sixth hour of the local day, every quarter of an hour, or every fifth minute, as long as the period is. */
  hours(count) {
    const minutes = this.minutes();
    if (minutes > DAYS) {
      const apart = Math.round((5 * 24 * 60 * 60000) / this.apart);
      return [...Array(Math.floor((count - 2) / apart)).keys()].map((mark) => (mark + 1) * apart)
        .map((place) => ({ x: this.x(place), text: date(new Date(this.from + place * this.apart)) }));
    }
    const every = minutes > 120 ? 360 : minutes > 20 ? 15 : 5;
    const marks = [];
    for (let place = 1; place < count - 1; place += 1) {
      const at = new Date(this.from + place * this.apart);
      if ((at.getHours() * 60 + at.getMinutes()) % every === 0) {
        marks.push({ x: this.x(place), text: time(at) });
      }
    }
    return marks;
  }

  placeAt(event) {
    if (!this.values) {
      return null;
    }
    const inside = (event.offsetX - LEFT) / Math.max(1, this.canvas.clientWidth - LEFT - RIGHT);
    return Math.max(0, Math.min(this.values[0].length - 1, Math.round(inside * (this.values[0].length - 1))));
  }

  step(event) {
    const by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -12, PageDown: 12 }[event.key];
    if (by && this.values) {
      event.preventDefault();
      const last = this.values[0].length - 1;
      this.point(Math.max(0, Math.min(last, (this.pointed === null ? last : this.pointed) + by)));
    }
  }

  point(place) {
    this.pointed = place;
    if (!this.values) {
      return;
    }
    const last = this.values[0].length - 1;
    const shown = place === null ? last : place;
    this.lines.forEach((line, which) => put(part(this.element, line.tone), known(this.values[which][shown]) ? number(this.values[which][shown]) : 'none kept'));
    if (this.rule) {
      set(this.rule, 'x1', this.x(shown));
      set(this.rule, 'x2', this.x(shown));
      set(this.rule, 'visibility', place === null ? 'hidden' : 'visible');
    }
    set(this.canvas, 'aria-label', this.told(shown, place === null));
  }

  period() {
    const minutes = this.minutes();
    if (minutes > DAYS) {
      return `over the last ${Math.round(minutes / 1440)} days`;
    }
    return minutes > 120 ? 'over the last day' : `over the last ${minutes} minutes`;
  }

  told(shown, now) {
    const when = now ? 'now' : `at ${this.when(shown)}`;
    const values = this.lines.map((line, which) => {
      const most = Math.max(0, ...this.values[which].filter(known));
      const value = this.values[which][shown];
      return `${line.label} ${known(value) ? number(value) : 'not kept'} ${when}, at most ${number(most)}`;
    });
    return `${this.title}, ${this.unit}, ${this.period()}: ${values.join('; ')}. The arrow keys go through it.`;
  }
}

function short(value) {
  if (value >= 1e6) {
    return `${number(value / 1e6)}M`;
  }
  return value >= 1e4 ? `${number(value / 1e3)}k` : number(value);
}
