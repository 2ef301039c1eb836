import { made } from '../dom.js';

const MOST = 3000;
const AROUND = 3;

function tone(line) {
  if (line.startsWith('@@') || line.startsWith('+++') || line.startsWith('---')) {
    return 'where';
  }
  return { '+': 'added', '-': 'gone' }[line[0]] || '';
}

/** A difference as it is shown; null where a text is not kept. */
export function difference(text) {
  if (!text) {
    return made('p', { class: 'soft' }, text === null ? 'What it said is not kept.' : 'It says what was there before.');
  }
  return made('pre', { class: 'diff', tabindex: '0' }, made('code', {}, ...text.split('\n').map((line) => made('span', { class: tone(line) }, `${line}\n`))));
}

/** The lines that differ, with some around them. */
export function unified(before, after) {
  const one = before.split('\n');
  const other = after.split('\n');
  if (before === after || one.length * other.length > MOST * MOST) {
    return '';
  }
  const lines = walked(one, other, lengths(one, other));
  const near = (place) => lines.slice(Math.max(0, place - AROUND), place + AROUND + 1).some((line) => line[0] !== ' ');
  return lines.map((line, place) => (near(place) ? line : null)).filter((line, place, all) => line !== null || (place && all[place - 1] !== null)).map((line) => line ?? '@@').join('\n');
}

/** Of the longest common subsequence from each pair of places on. */
function lengths(one, other) {
  const common = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      common[i][j] = one[i] === other[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  return common;
}

function walked(one, other, common) {
  const lines = [];
  let i = 0;
  let j = 0;
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      lines.push(` ${one[i]}`);
      i += 1;
      j += 1;
    } else if (i < one.length && (j === other.length || common[i + 1][j] >= common[i][j + 1])) {
      lines.push(`-${one[i]}`);
      i += 1;
    } else {
      lines.push(`+${other[j]}`);
      j += 1;
    }
  }
  return lines;
}
