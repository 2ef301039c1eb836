import { at } from './dom.js';
import { compare } from './compare.js';
import { list } from './list.js';
import { showChosen } from './chosen.js';
import { vehicle } from './vehicle.js';

const VIN = /^[A-HJ-NPR-Z0-9]{17}$/i;
let latest = 0;

/** Shows what the address says. Answers that come after a later one was asked for are left out. */
async function open() {
  const wanted = new URLSearchParams(location.search);
  const run = ++latest;
  at('message').textContent = 'Loading …';
  at('words').value = wanted.get('q') || '';
  showChosen();
  try {
    const page = wanted.has('vin') ? await vehicle(wanted, go)
      : wanted.has('compare') ? await compare(wanted.get('compare').split(',').filter(Boolean))
        : await list(wanted, go);
    if (run === latest) {
      at('main').replaceChildren(page);
      at('message').textContent = page.querySelector('.cards:empty') ? 'No stored vehicle fits.' : '';
      document.title = `${page.querySelector('h1')?.textContent || 'Vehicles'} · Vinbridge`;
    }
  } catch (failure) {
    if (run === latest) {
      at('main').replaceChildren();
      at('message').textContent = failure.message;
    }
  }
}

/** Goes to an address of this page, as a step that Back takes back, to where one was. */
function go(parameters) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  const left = { top: window.scrollY, focus: document.activeElement?.dataset.focus };
  history.replaceState(left, '');
  history.pushState(null, '', `/gallery/${query.size ? `?${query}` : ''}`);
  open().then(() => place({ ...left, top: 0 }));
}

/** Scrolls, and puts the focus where it was if that is still there, else at the beginning. */
function place({ top, focus }) {
  window.scrollTo(0, top);
  (focus && document.querySelector(`[data-focus="${CSS.escape(focus)}"]`) || at('main')).focus({ preventScroll: true });
}

/** Changes the address alone, where the page shows already what it says. */
go.note = (parameters) => history.replaceState(history.state, '', `/gallery/?${new URLSearchParams(parameters)}`);

at('search').addEventListener('submit', (event) => {
  event.preventDefault();
  const words = at('words').value.trim();
  go(VIN.test(words) ? { vin: words.toUpperCase() } : { q: words });
});
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-go], a.brand');
  if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    go(Object.fromEntries(new URL(link.href).searchParams));
  }
});
history.scrollRestoration = 'manual';
window.addEventListener('popstate', (event) => open().then(() => place(event.state || { top: 0 })));
window.signInWith(at('key'), open);
open();
