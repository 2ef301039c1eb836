import { made } from '../dom.js';
import { number } from '../format.js';
import { ask } from '../service.js';
import { facts, field, heading, table } from './parts.js';

const BY = ['day', 'month', 'cause', 'service', 'key', 'run'];
const day = (date) => date.toISOString().slice(0, 10);

/** Hundredths, in the currency that is set; calls alone where no price is. */
function money(amount, currency) {
  return amount === null || amount === undefined ? '' : new Intl.NumberFormat('en', { style: 'currency', currency: currency || 'USD' }).format(amount);
}

async function forecasts(place) {
  const forecast = await ask('/usage/forecast');
  place.replaceChildren(...forecast.items.map((one) => facts({
    [`Until the end of the ${one.until}`]: `${number(one.expected)} calls`, 'so far': number(one.settled), 'between, nine times of ten': `${number(one.least)} and ${number(one.most)}`,
    money: money(one.cost, forecast.currency),
  })), made('p', { class: 'soft' }, `It rests on ${number(forecast.days)} days; ${number(forecast.queued)} billed pieces of work wait now.`));
}

export async function open(place, argument) {
  const given = new URLSearchParams(argument);
  const begin = new Date();
  begin.setUTCDate(1);
  const from = made('input', { type: 'date', value: given.get('from') || day(begin) });
  const to = made('input', { type: 'date', value: given.get('to') || day(new Date()) });
  const by = made('select', {}, ...BY.map((one) => made('option', { selected: one === (given.get('by') || 'day') }, one)));
  const csv = made('a', { download: 'usage.csv' }, 'Download as CSV');
  const lines = made('div', {});
  const ahead = made('div', { class: 'ahead' });
  const show = async () => {
    const query = new URLSearchParams({ from: from.value, to: to.value, by: by.value, limit: 200 });
    const usage = await ask(`/usage?${query}`);
    const sum = (what) => usage.items.reduce((total, one) => total + (one[what] || 0), 0);
    query.set('format', 'csv');
    csv.href = `/api/v1/usage?${query}`;
    lines.replaceChildren(table(`Calls by ${by.value}`, [by.value, 'Calls#', 'Nothing new#', 'Failed#', 'Vehicles#', 'Money#'],
      [...usage.items.map((one) => [one.name, number(one.calls), number(one.equal), number(one.failed + one.lost), number(one.vehicles), money(one.cost, usage.currency)]),
        ...(usage.items.length && !usage.next ? [['All', number(sum('calls')), number(sum('equal')), number(sum('failed') + sum('lost')), number(sum('vehicles')), usage.items[0].cost === null ? '' : money(sum('cost'), usage.currency)]] : [])],
      'No call was made in these days.'),
    usage.items.some((one) => one.cost === null) ? made('p', { class: 'soft' }, 'Without VINBRIDGE_PRICES_* there is no money.') : '');
  };
  const form = made('form', {}, field('From', from), field('To', to), field('By', by), csv);
  form.addEventListener('change', () => show().catch((failure) => lines.replaceChildren(made('p', { class: 'note bad' }, failure.message))));
  place.replaceChildren(form, lines, heading('Forecast'), ahead);
  await Promise.all([show(), forecasts(ahead)]);
}
