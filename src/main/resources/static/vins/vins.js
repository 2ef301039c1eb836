'use strict';

const API = '/api/v1';
const NAMES = {
  make: 'Make', manufacturer: 'Manufacturer', model: 'Model', series: 'Series', series2: 'Series', trim: 'Trim', trim2: 'Trim', bodyClass: 'Body',
  doors: 'Doors', driveType: 'Drive', cylinders: 'Cylinders', displacementL: 'Displacement, litres', displacementCC: 'Displacement, cc',
  displacementCI: 'Displacement, cubic inches', engineHP: 'Power, hp', engineKW: 'Power, kW', engineModel: 'Engine model',
  fuelType: 'Fuel', fuelType2: 'Second fuel', electrification: 'Electrification', transmission: 'Transmission', plantCity: 'Plant',
  plantState: 'Plant, state', plantCountry: 'Plant, country', plantCompany: 'Plant, company', vehicleType: 'Type', gvwrFrom: 'Weight class', gvwrTo: 'Weight class, to', seatBelts: 'Seat belts',
  pretensioner: 'Pretensioners', airBagsFront: 'Air bags, front', airBagsSide: 'Air bags, side', airBagsCurtain: 'Air bags, curtain',
  airBagsKnee: 'Air bags, knee', airBagsSeatCushion: 'Air bags, seat cushion', otherRestraint: 'Restraints', cab: 'Cab', seats: 'Seats',
  seatRows: 'Rows of seats', wheelBaseType: 'Wheel base', axles: 'Axles', engineConfiguration: 'Engine layout', engineManufacturer: 'Engine maker',
  turbo: 'Turbo', fuelInjection: 'Fuel injection', batteryType: 'Battery', batteryKWh: 'Battery, kWh', transmissionSpeeds: 'Gears',
  brakeSystem: 'Brakes', steering: 'Steering', trailerType: 'Trailer', trailerBody: 'Trailer, body', trailerLength: 'Trailer, feet', busType: 'Bus',
  motorcycleType: 'Motorcycle', motorcycleChassis: 'Motorcycle, chassis', motorcycleSuspension: 'Motorcycle, suspension', notes: 'Notes',
  otherEngineInfo: 'Engine, more', otherBusInfo: 'Bus, more', otherMotorcycleInfo: 'Motorcycle, more', otherTrailerInfo: 'Trailer, more',
  activeSafetyNotes: 'Active safety',
};
const BASES = {
  'positions-7-and-10': 'positions 7 and 10', 'position-10': 'position 10', schemas: "position 10 and the maker's years",
  'better-explained': 'position 10, and what explains more', given: 'as given',
};
const APART = new Set(['vin', 'valid', 'reason', 'forgiven', 'form', 'checkDigit', 'wmi', 'modelYear', 'modelYearBasis', 'modelYearCertain',
  'sources', 'errorCodes', 'errors', 'suggestedVin', 'possibleValues', 'additional', 'descriptor', 'confidence', 'candidates', 'probableVin', 'edition']);
const at = (id) => document.getElementById(id);
let latest = 0;

function made(tag, text, attributes = {}) {
  const element = Object.assign(document.createElement(tag), attributes);
  element.textContent = text;
  return element;
}

async function ask(path) {
  const answer = await fetch(API + path);
  if (answer.status === 401 || answer.status === 403) {
    at('key').hidden = false;
    at('key-value').focus();
    throw new Error('This needs a key.');
  }
  const body = await answer.json();
  if (!answer.ok) {
    throw new Error(body.detail || body.title);
  }
  return body;
}

function say(text) {
  at('message').hidden = !text;
  at('message').textContent = text;
}

function day(instant) {
  return new Date(instant).toLocaleDateString(undefined, { dateStyle: 'medium' });
}

async function edition() {
  const found = await ask('/vpic');
  at('sandbox').hidden = found.chromeData !== 'sandbox';
  at('edition').textContent = found.edition
    ? `NHTSA's data (vPIC), edition ${found.edition}, loaded ${day(found.importedAt)}`
      + (found.newestChange ? `, newest change ${day(found.newestChange)}` : '')
      + (found.partial ? `. It has about ${Math.round(100 * found.share)} % of NHTSA's patterns: what it does not say may well be known.` : '.')
    : "NHTSA's data is not loaded yet; load it below.";
  at('load').open = !found.edition;
  at('importing').textContent = found.importing ? `An import is under way: ${found.importing}` : '';
  return found;
}

function row(what, value, from) {
  const line = document.createElement('tr');
  line.append(made('th', what, { scope: 'row' }), made('td', value), made('td', from || ''));
  return line;
}

function source(found) {
  if (!found) {
    return '';
  }
  return found.key ? `${found.from} ${found.key} (${found.pattern})` : found.from;
}

function rows(vin) {
  const lines = [];
  if (vin.modelYear) {
    lines.push(row('Model year', vin.modelYear + (vin.modelYearCertain ? '' : ', or 30 years away'), BASES[vin.modelYearBasis] || vin.modelYearBasis));
  }
  if (vin.wmi) {
    lines.push(row("Maker's code", [vin.wmi.code, vin.wmi.country, vin.wmi.region].filter(Boolean).join(', '), 'positions 1 to 3'));
  }
  for (const [name, value] of Object.entries(vin).filter(([key]) => !APART.has(key))) {
    lines.push(row(NAMES[name] || name, [].concat(value).join('; '), source((vin.sources || {})[name])));
  }
  return lines;
}

function judgement(vin) {
  const said = [];
  said.push(vin.valid ? 'The check digit is right.' : `${vin.reason}.`);
  if (vin.forgiven && vin.forgiven.length) {
    said.push(`Forgiven: ${vin.forgiven.join(', ')}.`);
  }
  if (vin.confidence) {
    said.push(`Confidence: ${vin.confidence}.`);
  }
  const wrong = (vin.errors || []).filter((text, i) => vin.errorCodes[i] !== 0);
  return said.concat(wrong.length ? `NHTSA says: ${wrong.join('; ')}.` : []).join(' ');
}

function show(vin) {
  at('name').textContent = [vin.modelYear, vin.make, vin.model, vin.trim].filter(Boolean).join(' ') || vin.vin;
  at('judgement').textContent = judgement(vin);
  at('candidates').replaceChildren(...(vin.candidates || []).map((one) => {
    const what = [one.modelYear, one.make, one.model].filter(Boolean).join(' ');
    const button = made('button', `${one.vin} perhaps, ${Math.round(100 * one.likelihood)} %: ${what}`, { type: 'button' });
    button.addEventListener('click', () => { at('vin').value = one.vin; decode(); });
    const item = document.createElement('li');
    item.append(button);
    return item;
  }));
  at('candidates').hidden = !(vin.candidates || []).length;
  at('members').replaceChildren(...rows(vin));
  at('decoded').hidden = false;
}

async function decode() {
  const vin = at('vin').value.trim();
  const year = at('year').value.trim();
  const mine = ++latest;
  const kept = { vin, ...(year && { year }) };
  history.replaceState(null, '', `?${new URLSearchParams(kept)}`);
  say('Decoding ...');
  try {
    const found = await ask(`/vins/${encodeURIComponent(vin)}${year ? `?modelYear=${year}` : ''}`);
    if (mine === latest) {
      say('');
      show(found);
    }
  } catch (failure) {
    at('decoded').hidden = true;
    say(failure.message);
  }
}

/** Sends the file, and says how far it is; the answer comes once the edition is in use. */
function send(file) {
  const request = new XMLHttpRequest();
  const watch = setInterval(() => { edition().catch(() => {}); }, 1500);
  at('progress').hidden = false;
  request.upload.addEventListener('progress', (event) => {
    at('progress').value = 100 * event.loaded / event.total;
    at('importing').textContent = `Sending, ${Math.round(at('progress').value)} %`;
  });
  request.upload.addEventListener('load', () => { at('progress').removeAttribute('value'); });
  request.addEventListener('loadend', async () => {
    clearInterval(watch);
    at('progress').hidden = true;
    const answer = request.responseText ? JSON.parse(request.responseText) : { title: 'The service does not answer' };
    await edition();
    at('importing').textContent = request.status === 200 ? `Edition ${answer.edition} is in use.` : answer.detail || answer.title;
  });
  request.open('POST', `${API}/vpic/imports`);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.setRequestHeader('X-Requested-With', OURS['X-Requested-With']);
  request.send(file);
}

async function begin() {
  const asked = new URLSearchParams(location.search);
  at('vin').value = asked.get('vin') || '';
  at('year').value = asked.get('year') || '';
  try {
    await edition();
    if (at('vin').value) {
      await decode();
    }
  } catch (failure) {
    say(failure.message);
  }
}

at('search').addEventListener('submit', (event) => { event.preventDefault(); decode(); });
at('import').addEventListener('submit', (event) => { event.preventDefault(); send(at('file').files[0]); });
signInWith(at('key'), begin);
begin();
