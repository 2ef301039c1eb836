import { at, el } from './dom.js';

/** Shows the pictures of a strip in full size: arrows, keys and a swipe lead on, Escape closes. */
export function gallery(strip, first) {
  const all = [...strip.children].filter((one) => one.dataset.url);
  if (!all.length) {
    return;
  }
  let now = Math.max(0, all.indexOf(strip.children[first]));
  let start = null;
  const dialog = at('large');
  const image = el('img', { alt: '' });
  const text = el('p', { role: 'status' });
  const step = (by) => {
    now = (now + by + all.length) % all.length;
    image.src = all[now].dataset.url;
    image.alt = all[now].dataset.text;
    text.textContent = `${all[now].dataset.text}, ${now + 1} of ${all.length}`;
  };
  dialog.replaceChildren(image, text,
    el('button', { type: 'button', 'aria-label': 'Previous picture', class: 'previous', onclick: () => step(-1) }, '‹'),
    el('button', { type: 'button', 'aria-label': 'Next picture', class: 'next', onclick: () => step(1) }, '›'),
    el('button', { type: 'button', 'aria-label': 'Close', class: 'close', onclick: () => dialog.close() }, '×'));
  dialog.onkeydown = (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, Home: -now, End: all.length - 1 - now }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      step(by);
    }
  };
  dialog.onpointerdown = (event) => { start = event.clientX; };
  dialog.onpointerup = (event) => {
    if (start !== null && Math.abs(event.clientX - start) > 50) {
      step(event.clientX < start ? 1 : -1);
    }
    start = null;
  };
  step(0);
  dialog.showModal();
}
