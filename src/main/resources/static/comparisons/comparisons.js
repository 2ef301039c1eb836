'use strict';

const API = '/api/v1/comparisons';
const at = (id) => document.getElementById(id);
let shown = null;
let next = null;

async function ask(path) {
  const answer = await fetch(path);
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

async function saying(act) {
  try {
    await act();
  } catch (failure) {
    at('verdict').textContent = failure.message;
  }
}

function cell(content) {
  const td = document.createElement('td');
  td.append(content);
  return td;
}

function row(cells, style) {
  const tr = document.createElement('tr');
  tr.className = style;
  tr.append(...cells.map(cell));
  return tr;
}

/** Never rounded up to all. */
function share(same, all) {
  return all ? `${(Math.floor((1000 * same) / all) / 10).toFixed(1)} %` : '';
}

function name(item, by) {
  if (by !== 'field' || item.same === item.compared) {
    return item.name || '(none)';
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = item.name;
  button.addEventListener('click', () => saying(() => differences(item.name, true)));
  return button;
}

async function summary() {
  const by = at('by').value;
  const wanted = new URLSearchParams({ by });
  for (const filter of ['make', 'year']) {
    if (at(filter).value.trim()) {
      wanted.set(filter, at(filter).value.trim());
    }
  }
  const found = await ask(`${API}?${wanted}`);
  at('verdict').textContent = found.verdict;
  at('summary').replaceChildren(...found.items.map((item) => row(
    [name(item, by), item.compared, item.same, share(item.same, item.compared), item.different, item.onlyAds, item.onlyCvd],
    `${item.same < item.compared ? 'differs' : ''} ${item.counts ? '' : 'uncounted'}`,
  )));
}

/** Shows which vehicles differ in a field; anew, or the next part of what is shown. */
async function differences(field, fresh) {
  const wanted = new URLSearchParams({ field, limit: 100 });
  if (!fresh) {
    wanted.set('cursor', next);
  }
  const found = await ask(`${API}/differences?${wanted}`);
  const rows = found.items.map((item) => row([item.vin, item.item, item.ads ?? '(none)', item.cvd ?? '(none)'], ''));
  if (fresh) {
    at('items').replaceChildren(...rows);
  } else {
    at('items').append(...rows);
  }
  shown = field;
  next = found.next;
  at('field').textContent = `${field}, of all makes and years`;
  at('more').hidden = !next;
  at('differences').hidden = false;
  if (fresh) {
    at('field').focus();
  }
}

at('choice').addEventListener('submit', (event) => {
  event.preventDefault();
  saying(summary);
});
at('more').addEventListener('click', () => saying(() => differences(shown, false)));
signInWith(at('key'), () => saying(summary));
saying(summary);
