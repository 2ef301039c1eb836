import { say } from '../act.js';
import { keepFocus, made, put, sure } from '../dom.js';
import { moment } from '../format.js';
import { ask } from '../service.js';
import { difference, unified } from './difference.js';
import { badge, field, heading } from './parts.js';

/** The text of a route, with what its check says at the line that it says it of. */
class Editor {
  constructor(route) {
    this.route = route;
    this.text = made('textarea', { spellcheck: 'false', wrap: 'off', rows: 24, 'aria-describedby': 'route-said' });
    this.text.value = route.text;
    this.lines = made('div', { class: 'gutter', 'aria-hidden': 'true' });
    this.said = made('div', { id: 'route-said', role: 'status', 'aria-live': 'polite' });
    this.changes = made('div', {});
    this.note = made('input', { maxlength: 1000 });
    this.text.addEventListener('input', () => this.number(new Set()));
    this.text.addEventListener('scroll', () => { this.lines.scrollTop = this.text.scrollTop; });
    this.number(new Set());
  }

  number(wrong) {
    this.lines.replaceChildren(...this.text.value.split('\n').map((line, place) => made('span', { class: wrong.has(place + 1) ? 'wrong' : null }, String(place + 1))));
  }

  goTo(line) {
    const lines = this.text.value.split('\n');
    const begin = lines.slice(0, line - 1).reduce((length, one) => length + one.length + 1, 0);
    this.text.focus();
    this.text.setSelectionRange(begin, begin + (lines[line - 1] || '').length);
    this.text.scrollTop = Math.max(0, (line - 6) * parseFloat(getComputedStyle(this.text).lineHeight));
  }

  refused(message) {
    const lines = [...message.matchAll(/\bline (\d+)|:(\d+)(?=:\d+|:|\b\))/g)].map((found) => Number(found[1] || found[2])).filter((line) => line > 0);
    this.number(new Set(lines));
    this.said.replaceChildren(badge('refused', 'bad'), made('p', { class: 'todo lines' }, message),
      ...[...new Set(lines)].map((line) => made('button', { type: 'button', onclick: () => this.goTo(line) }, `Line ${line}`)));
  }

  async put(dryRun) {
    const query = new URLSearchParams({ replaces: this.route.revision, dryRun, ...(this.note.value && !dryRun ? { note: this.note.value } : {}) });
    this.changes.replaceChildren(difference(unified(this.route.text, this.text.value)));
    try {
      const applied = await ask(`/routes/${encodeURIComponent(this.route.file)}?${query}`, 'PUT', this.text.value, 'application/yaml');
      this.number(new Set());
      this.said.replaceChildren(badge(dryRun ? 'would be applied' : 'applied', 'good'));
      return applied;
    } catch (failure) {
      this.refused(failure.message);
      return null;
    }
  }
}

async function revisions(route, reopen) {
  const list = await ask(`/routes/${encodeURIComponent(route.file)}/revisions?limit=20`);
  const back = async (one) => {
    if (await sure(`Roll ${route.file} back to revision ${one.number}?`, 'Roll back')) {
      await ask(`/routes/${encodeURIComponent(route.file)}/rollback?replaces=${route.revision}`, 'POST', { revision: one.number, note: `back to ${one.number}` })
        .then(() => { say(`Revision ${one.number} runs again.`); return reopen(); }, (failure) => say(failure.message, true));
    }
  };
  return made('ol', { class: 'revisions' }, ...list.items.map((one) => made('li', {},
    made('p', {}, badge(one.outcome, one.outcome === 'applied' ? 'good' : 'bad'), ` Revision ${one.number} by ${one.author} (${one.origin}), ${moment(one.madeAt)} `,
      one.outcome === 'applied' && one.number !== route.revision ? made('button', { type: 'button', onclick: () => back(one) }, `Roll back to ${one.number}`) : ''),
    one.note && made('p', {}, one.note), one.refusal && made('p', { class: 'todo lines' }, one.refusal), difference(one.diff))));
}

export async function open(place, file) {
  const route = await ask(`/routes/${encodeURIComponent(file)}`);
  const editor = new Editor(route);
  const reopen = () => keepFocus(place, document.activeElement, () => open(place, file));
  const save = made('button', { type: 'submit' }, 'Save and run');
  const form = made('form', { class: 'editor' }, made('div', { class: 'text' }, editor.lines, field('Text', editor.text)), field('Why (is kept with the revision)', editor.note),
    made('button', { type: 'button', onclick: () => editor.put(true) }, 'Dry run'), save);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (await editor.put(false)) {
      say(`${file} runs as it is now.`);
      await reopen();
    }
  });
  const title = made('p', {});
  put(title, `${file}, revision ${route.revision}. Tab leaves the text; an edit needs a key of the scope admin.`);
  place.replaceChildren(title, made('p', { class: 'soft' }, route.description || ''), route.trouble ? made('p', { class: 'todo lines' }, route.trouble) : '',
    form, editor.said, editor.changes, heading('Revisions'), await revisions(route, reopen));
}
