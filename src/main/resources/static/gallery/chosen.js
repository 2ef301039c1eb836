import { at, el } from './dom.js';

const MOST = 4;
const KEPT = 'vinbridge-compare';

const kept = () => JSON.parse(sessionStorage.getItem(KEPT) || '[]');

/** A box by which a vehicle is put among those to compare. */
export function compared(vin, name) {
  const box = el('input', { type: 'checkbox', 'aria-label': `Compare ${name}`, onchange: () => choose(vin, name, box) });
  box.checked = kept().some((one) => one.vin === vin);
  return el('label', { class: 'compare' }, box, ' Compare');
}

function choose(vin, name, box) {
  const others = kept().filter((one) => one.vin !== vin);
  if (box.checked && others.length >= MOST) {
    box.checked = false;
    at('message').textContent = `At most ${MOST} vehicles are compared.`;
    return;
  }
  sessionStorage.setItem(KEPT, JSON.stringify(box.checked ? [...others, { vin, name }] : others));
  showChosen();
}

/** Says at the page's foot which vehicles are chosen. */
export function showChosen() {
  const all = kept();
  at('chosen').hidden = all.length === 0 || new URLSearchParams(location.search).has('compare');
  at('chosen').replaceChildren(
    el('span', {}, all.map((one) => one.name).join(' · ')),
    all.length > 1 ? el('a', { class: 'button', href: `/gallery/?compare=${all.map((one) => encodeURIComponent(one.vin)).join(',')}`, 'data-go': true }, `Compare ${all.length}`) : el('span', { class: 'soft' }, 'Choose another one'),
    el('button', { type: 'button', onclick: () => { sessionStorage.removeItem(KEPT); document.querySelectorAll('.compare input').forEach((box) => { box.checked = false; }); showChosen(); at('main').focus({ preventScroll: true }); } }, 'Choose none'));
}
