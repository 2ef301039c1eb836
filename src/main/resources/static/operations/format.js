const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const clockSeconds = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

export function number(value) {
  if (value === null || value === undefined) {
    return '';
  }
  return value < 100 ? fine.format(value) : whole.format(value);
}

/** "1 vehicle", "2 vehicles". */
export const many = (count, word, words = `${word}s`) => `${number(count)} ${count === 1 ? word : words}`;

/** How long something takes, in its largest two units. */
export function span(seconds) {
  const parts = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];
  let rest = Math.max(0, Math.round(seconds));
  const first = parts.findIndex(([size]) => rest >= size);
  if (first < 0) {
    return '0 s';
  }
  return parts.slice(first, first + 2).map(([size, unit]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count ? `${count} ${unit}` : '';
  }).filter(Boolean).join(' ');
}

/** A time of today as the clock says it, another with its day. */
export function moment(text) {
  if (!text) {
    return '';
  }
  const time = new Date(text);
  const today = time.toDateString() === new Date().toDateString();
  return today ? clockSeconds.format(time) : `${day.format(time)}, ${clock.format(time)}`;
}

export const time = (date) => clock.format(date);
export const date = (when) => day.format(when);
export const now = () => clockSeconds.format(new Date());
