import { placeholder } from './placeholder.js';

/** An element with attributes and children; texts are never read as HTML. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (value === true) {
      element.setAttribute(key, '');
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const at = (id) => document.getElementById(id);

/** A colour as a disc; what is no colour by six digits is none, so that no text gets into a style. */
export function swatch(hex) {
  const disc = el('span', { class: 'swatch', 'aria-hidden': 'true' });
  if (/^#?[0-9a-f]{6}$/i.test(hex || '')) {
    disc.style.background = `#${hex.replace('#', '')}`;
  }
  return disc;
}

/** A frame in the shape of a picture: it holds the place, so that nothing moves when the picture comes. */
export function picture(source, alternative, options = {}) {
  const frame = el('span', { class: `frame ${options.class || ''}` });
  show(frame, source, alternative, options);
  return frame;
}

/** Puts a picture into its frame, or says that it is being copied; its likeness stands there until it has come. */
export function show(frame, source, alternative, options = {}) {
  const state = `${source || options.none || ''} ${options.placeholder || ''}`;
  if (frame.dataset.shown === state) {
    return;
  }
  frame.dataset.shown = state;
  frame.classList.toggle('waiting', !source);
  const likeness = options.placeholder && placeholder(options.placeholder);
  const width = options.width || 640;
  frame.replaceChildren(...[likeness, source
    ? el('img', {
      sizes: options.sizes || '20rem', srcset: `${sized(source, 320)} 320w, ${sized(source, 640)} 640w${width > 640 ? `, ${sized(source, width)} ${width}w` : ''}`,
      src: sized(source, width), alt: alternative, width: 640, height: 480, loading: options.eager ? 'eager' : 'lazy', decoding: 'async',
      fetchpriority: options.eager ? 'high' : 'auto', onload: () => likeness?.remove(),
    })
    : el('span', { class: 'note' }, options.none || 'The picture is being copied')].filter(Boolean));
}

function sized(source, width) {
  return `${source}${source.includes('?') ? '&' : '?'}width=${width}`;
}
