'use strict';

const API = '/api/v1';
const SHOTS = {
  '01': 'front three-quarter, left', '02': 'rear three-quarter, right', '03': 'side, left', '05': 'front', '06': 'rear',
  '07': 'front three-quarter, right', 11: "driver's dashboard", 12: 'dashboard', 13: "driver's door open", 18: 'radio', 24: 'trunk open',
  25: 'engine', 28: 'rear seats', 43: 'console', 44: "passenger's dashboard", 46: 'navigation',
};
const at = (id) => document.getElementById(id);
let shown = null;
let latest = 0;

async function ask(path) {
  const answer = await fetch(path);
  if (answer.status === 401 || answer.status === 403) {
    at('key').hidden = false;
    at('key-value').focus();
    throw new Error('This needs a key.');
  }
  if (!answer.ok) {
    const problem = await answer.json();
    throw new Error(problem.detail || problem.title);
  }
  return answer.json();
}

/** Runs an act and says what went wrong with it. */
async function saying(text, act) {
  at('message').hidden = false;
  at('message').textContent = text;
  try {
    await act();
    at('message').hidden = true;
  } catch (failure) {
    at('message').textContent = failure.message;
  }
}

function made(tag, text, attributes = {}) {
  const element = Object.assign(document.createElement(tag), attributes);
  element.textContent = text;
  return element;
}

function search() {
  const wanted = Object.fromEntries(new FormData(at('search')));
  const kept = Object.entries(wanted).filter(([, value]) => value.trim());
  history.replaceState(null, '', kept.length ? `?${new URLSearchParams(kept)}` : location.pathname);
  at('vehicles').hidden = true;
  at('vehicle').hidden = true;
  if (wanted.vin.trim()) {
    return saying('Looking it up ...', () => open(wanted.vin.trim().toUpperCase()));
  }
  return saying('Searching ...', () => list(kept));
}

async function list(wanted) {
  const found = await ask(`${API}/vehicles?${new URLSearchParams([...wanted, ['limit', 50]])}`);
  if (!found.items.length) {
    throw new Error('No stored vehicle fits.');
  }
  at('vehicles').replaceChildren(...found.items.map((vehicle) => {
    const name = [vehicle.modelYear, vehicle.make, vehicle.model, vehicle.trim].filter(Boolean).join(' ');
    const button = made('button', `${name}, ${vehicle.vin}`, { type: 'button' });
    button.addEventListener('click', () => { at('vin').value = vehicle.vin; search(); });
    const item = document.createElement('li');
    item.append(button);
    return item;
  }));
  at('vehicles').hidden = false;
}

async function open(vin) {
  shown = await ask(`${API}/vehicles/${encodeURIComponent(vin)}`);
  at('name').textContent = [shown.modelYear, shown.make, shown.model, shown.trim].filter(Boolean).join(' ');
  const source = shown.source || {};
  facts({
    VIN: shown.vin, Body: shown.bodyType, Drivetrain: shown.drivetrain, Style: shown.ambiguous ? 'several fit, see below' : 'known',
    Service: source.service, 'Data source': source.dataSource, 'Data build': source.build,
    'Last asked': source.fetchedAt && new Date(source.fetchedAt).toLocaleString(), Freshness: shown.stale ? 'stale, being refreshed' : 'fresh',
  });
  at('style').replaceChildren(...shown.styles.map((style) => made('option', style.name || style.id, { value: style.id })));
  at('style').value = shown.styleId || Math.min(...shown.styles.map((style) => style.id));
  at('colors').replaceChildren(...(shown.exteriorColors || []).map((color) => made('option', color.code, { value: color.name })));
  at('color').value = '';
  at('shot').replaceChildren(made('option', 'all', { value: '' }));
  await pictures();
  at('vehicle').hidden = false;
}

function facts(all) {
  at('facts').replaceChildren(...Object.entries(all).filter(([, value]) => value).map(([name, value]) => {
    const fact = document.createElement('div');
    fact.append(made('dt', name), made('dd', value));
    return fact;
  }));
}

async function pictures() {
  const run = ++latest;
  const wanted = { styleId: at('style').value, color: at('color').value.trim(), shot: at('shot').value, background: at('background').value, width: 640 };
  const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
  const media = await ask(`${API}/vehicles/${shown.vin}/media?${query}`);
  if (run !== latest) {
    return;
  }
  if (at('shot').options.length === 1) {
    const shots = [...new Set(media.items.map((picture) => picture.shot))].sort();
    at('shot').append(...shots.map((shot) => made('option', `${shot} ${SHOTS[shot] || ''}`, { value: shot })));
  }
  at('reason').textContent = why(media);
  const items = media.items.filter((picture) => picture.url || at('all').checked);
  at('pictures').replaceChildren(...[...grouped(items)].map(([name, items]) => group(name, items)));
}

function why(media) {
  const asked = new Date(media.fetchedAt).toLocaleString();
  const fresh = `${media.items.length} pictures, ${media.items.filter((picture) => picture.url).length} of them copied; listed ${asked}${media.stale ? ', being listed anew' : ''}.`;
  if (!media.color) {
    return fresh;
  }
  const color = media.color;
  const found = color.code ? `${color.name || color.code} (${color.code}${color.secondaryCode ? `/${color.secondaryCode}` : ''})` : 'in no particular colour';
  return `"${color.asked}": ${found}; ${color.reason}. ${fresh}`;
}

function tone(picture) {
  return picture.color ? [picture.color, picture.secondaryColor].filter(Boolean).join('/') : '';
}

function grouped(items) {
  const groups = new Map();
  items.forEach((item) => groups.set(tone(item), [...(groups.get(tone(item)) || []), item]));
  return groups;
}

function group(name, items) {
  const section = document.createElement('section');
  const codes = name.split('/');
  const names = codes.map((code) => (shown.exteriorColors || []).find((color) => color.code === code)?.name || code).join(' / ');
  const title = made('h3', '');
  if (name) {
    const swatch = made('span', '', { className: 'swatch' });
    swatch.style.background = `#${items[0].rgb}`;
    title.append(swatch);
  }
  title.append(name ? `${names} (${name})` : 'In no particular colour');
  const row = made('div', '', { className: 'row' });
  row.append(...items.map(figure));
  section.append(title, row);
  return section;
}

function figure(picture) {
  const figure = document.createElement('figure');
  const caption = `${picture.shot} ${SHOTS[picture.shot] || ''}`;
  figure.append(picture.url ? image(picture, caption) : made('div', 'not copied yet', { className: 'none' }));
  figure.append(made('figcaption', `${caption}, ${picture.width} x ${picture.height}, ${picture.background}`));
  return figure;
}

function image(picture, text) {
  return made('img', '', { alt: text, loading: 'lazy', src: `${picture.url}?width=320` });
}

at('search').addEventListener('submit', (event) => { event.preventDefault(); search(); });
['style', 'color', 'shot', 'background', 'all'].forEach((id) => at(id).addEventListener('change', () => saying('Choosing ...', pictures)));
signInWith(at('key'), search);

const given = new URLSearchParams(location.search);
['vin', 'make', 'model', 'year'].forEach((name) => { at(name).value = given.get(name) || ''; });
if ([...given].length) {
  search();
}
