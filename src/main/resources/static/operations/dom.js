/** Everything that comes from the service goes through here, as text: none of it ever becomes part of the page. */

export const at = (id) => document.getElementById(id);

/** A new element. Attributes whose names begin with "on" are listeners; what is null is left out. */
export function made(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Changes a text only where it is another, so that nothing is announced, selected or painted for nothing. */
export function put(element, text) {
  const wanted = text === null || text === undefined ? '' : String(text);
  if (element.textContent !== wanted) {
    element.textContent = wanted;
  }
}

export function set(element, name, value) {
  if (value === null || value === undefined || value === false) {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value === true ? '' : value)) {
    element.setAttribute(name, value === true ? '' : value);
  }
}

/** Makes a list show these items. Elements stay the same by their keys: what has the focus or is open remains so. */
export function sync(list, items, key, make, update) {
  const focused = document.activeElement;
  const before = new Map([...list.children].map((child) => [child.dataset.key, child]));
  const wanted = items.map((item) => {
    const name = String(key(item));
    const child = before.get(name) || make(item);
    child.dataset.key = name;
    before.delete(name);
    update(child, item);
    return child;
  });
  before.forEach((child) => child.remove());
  wanted.forEach((child, place) => {
    if (list.children[place] !== child) {
      list.insertBefore(child, list.children[place] || null);
    }
  });
  if (focused !== document.activeElement && focused.isConnected) {
    focused.focus({ preventScroll: true });
  }
}

const WORKED = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
const about = (one) => (one.querySelector('.unseen') || one).textContent;

/**
 * Makes a part anew, and leaves the focus where it was: on what is about the same, or else on the heading, from where Tab goes on. Without that, those who use no
 * mouse would begin at the top of the page again.
 */
export async function keepFocus(place, focused, change) {
  const alike = () => [...place.querySelectorAll(WORKED)].filter((one) => one.tagName === focused.tagName && about(one) === about(focused));
  const number = place.contains(focused) ? alike().indexOf(focused) : -1;
  const changed = await change();
  if (number >= 0 && !focused.isConnected && document.activeElement === document.body) {
    (alike()[number] || alike()[0] || place.closest('section').querySelector('h2')).focus({ preventScroll: true });
  }
  return changed;
}

/** An element's part by the name it was made with. */
export const part = (element, name) => element.querySelector(`[data-part="${name}"]`);

/** A cell whose heading goes with it where rows are too wide for the screen. */
export const cell = (name, label, className) => made('td', { 'data-part': name, 'data-label': label, class: className });

/** A button that says what it is for to those who do not see what it stands beside. */
export function button(text, about, act) {
  return made('button', { type: 'button', onclick: act }, text, made('span', { class: 'unseen' }, ` ${about}`));
}

/** Asks before something that cannot be undone. */
export function sure(question, yes) {
  const dialog = at('sure');
  put(at('sure-what'), question);
  put(at('sure-yes'), yes);
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((answer) => {
    dialog.addEventListener('close', () => answer(dialog.returnValue === 'yes'), { once: true });
  });
}
