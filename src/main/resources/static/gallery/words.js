const WORDS = {
  suv: 'SUV', awd: 'All-wheel drive', '4wd': 'Four-wheel drive', fwd: 'Front-wheel drive', rwd: 'Rear-wheel drive', cvt: 'CVT',
};
const SHOTS = {
  '01': 'Front, from the left', '02': 'Rear, from the right', '03': 'Left side', '05': 'Front', '06': 'Rear', '07': 'Front, from the right',
  11: "Driver's dashboard", 12: 'Dashboard', 13: "Driver's door", 18: 'Radio', 24: 'Trunk', 25: 'Engine', 28: 'Rear seats', 43: 'Console',
  44: "Passenger's dashboard", 46: 'Navigation',
};
const REASONS = {
  built: 'built in it, says the factory', only: 'the only one offered', stated: 'stated by the dealer',
};

/** A word of a closed list as people read it. */
export function word(value) {
  if (!value) {
    return value;
  }
  const text = String(value);
  return WORDS[text] || text.charAt(0).toUpperCase() + text.slice(1).replaceAll('-', ' ');
}

export const shot = (code) => SHOTS[code] || `Shot ${code}`;
export const basis = (how) => REASONS[how] || how;
export const title = (card) => [card.year, card.make, card.model].filter(Boolean).join(' ') || card.vin;
export const number = (value) => (typeof value === 'number' ? value : Number.parseFloat(value)).toLocaleString();

export function money(amount, currency) {
  if (amount === null || amount === undefined || Number.isNaN(Number(amount))) {
    return null;
  }
  return currency
    ? Number(amount).toLocaleString(undefined, { style: 'currency', currency, maximumFractionDigits: 0 })
    : Number(amount).toLocaleString();
}

/** What a vehicle costs: as its dealer says, else as the maker suggests. */
export function price(card) {
  const own = card.own || {};
  if (typeof own.price === 'number') {
    return { text: money(own.price, own.currency || card.price?.currency), kind: null };
  }
  if (own.priceText) {
    return { text: String(own.priceText), kind: null };
  }
  const msrp = money(card.price?.msrp, card.price?.currency);
  return msrp ? { text: msrp, kind: 'MSRP' } : cheapest(card);
}

function cheapest(card) {
  const prices = (card.candidates || []).map((one) => one.msrp).filter((msrp) => typeof msrp === 'number');
  return prices.length ? { text: `from ${money(Math.min(...prices), card.price?.currency)}`, kind: 'MSRP' } : null;
}

export function engine(card) {
  const it = card.engine;
  if (!it) {
    return null;
  }
  const size = [it.litres ? `${it.litres.toFixed(1)} l` : null, it.cylinders ? `${it.cylinders} cylinders` : null].filter(Boolean).join(', ');
  return size || it.text;
}

/** The facts of a card that are known, by name. */
export function facts(card) {
  const figure = (it) => it && `${number(it.value)} ${it.unit}${it.rpm ? ` at ${number(it.rpm)} rpm` : ''}`;
  const way = card.consumption;
  return Object.entries({
    Body: word(card.body) || card.bodyText, Doors: card.doors, Seats: card.seats, Drive: word(card.drivetrain) || card.drivetrainText,
    Engine: engine(card), Aspiration: word(card.engine?.aspiration), Power: figure(card.power), Torque: figure(card.torque),
    Transmission: card.transmission && (card.transmission.text || word(card.transmission.kind)),
    Fuel: word(card.fuel) || card.fuelText, Electric: word(card.electrification),
    Consumption: way && [way.city && `city ${way.city}`, way.highway && `highway ${way.highway}`, way.combined && `both ${way.combined}`]
      .filter(Boolean).join(', ') + ` ${way.unit}`,
    Interior: card.interiorColor?.name, 'Model code': card.modelCode,
  }).filter(([, value]) => value !== null && value !== undefined && value !== '');
}
