import { act } from './act.js';
import { at, button, made, part, put, set, sure, sync } from './dom.js';
import { many, moment, number, span } from './format.js';
import { tile } from './seen.js';
import { ask } from './service.js';

const TONES = { RUNNING: 'busy', PAUSED: 'warn', COMPLETED: 'good', CANCELLED: '' };
const CAUSES = { miss: 'import', build: 'new data build', forced: 'asked for' };

export async function readRuns() {
  const runs = await ask('/refreshes?limit=10');
  const open = runs.items.filter((one) => one.state === 'RUNNING' || one.state === 'PAUSED');
  tile('Open runs', number(open.length), open.some((one) => one.reason) ? 'one waits for a yes' : '', open.some((one) => one.reason) ? 'warn' : '');
  sync(at('run-list'), runs.items, (one) => one.id, card, show);
  if (!runs.items.length) {
    sync(at('run-list'), [{ id: 'none' }], (one) => one.id, () => made('li', { class: 'soft' }, 'No run was begun yet.'), () => {});
  }
}

function card(run) {
  const name = `run ${run.id.slice(0, 8)}`;
  const move = (verb, done) => async (event) => {
    const pressed = event.currentTarget;
    if (verb !== 'cancel' || await sure(`End ${name}? What is not looked at yet stays as it is.`, 'End it')) {
      await act(pressed, `/refreshes/${run.id}/${verb}`, { done: `${name} ${done}.`, then: readRuns });
      if (pressed.hidden) {
        element.querySelector('.acts button:not([hidden])')?.focus();
      }
    }
  };
  const pause = button('Pause', name, move('pause', 'is paused'));
  const resume = button('Resume', name, move('resume', 'goes on'));
  const cancel = button('Cancel', name, move('cancel', 'is ended'));
  [[pause, 'pause'], [resume, 'resume'], [cancel, 'cancel']].forEach(([one, word]) => { one.dataset.part = word; });
  const failures = made('details', { 'data-part': 'failures', ontoggle: () => failures.open && showFailures(run.id, failures) },
    made('summary', { 'data-part': 'failed' }), made('ul', { 'data-part': 'missed' }),
    made('p', { 'data-part': 'others' }, made('a', { href: `#/run/${run.id}` }, 'More of them')));
  const element = made('li', { class: 'run' },
    made('div', { class: 'head' }, made('h3', {}, made('span', { class: 'badge', 'data-part': 'state' }), ' ', made('a', { href: `#/run/${run.id}` }, `Run ${run.id.slice(0, 8)}`)),
      made('span', { class: 'soft' }, `${CAUSES[run.cause] || run.cause}, ${moment(run.createdAt)}`), made('span', { class: 'acts' }, pause, resume, cancel)),
    made('progress', { 'data-part': 'bar', 'aria-label': `How far ${name} has come` }),
    made('p', { 'data-part': 'far' }), made('p', { 'data-part': 'reason', class: 'todo' }), failures);
  return element;
}

function show(element, run) {
  const over = run.state === 'COMPLETED' || run.state === 'CANCELLED';
  put(part(element, 'state'), run.state.toLowerCase());
  set(part(element, 'state'), 'class', `badge ${TONES[run.state]}`);
  const bar = part(element, 'bar');
  bar.max = run.total || 1;
  if (run.planned || run.total || over) {
    bar.value = run.total ? run.done : 1;
  }
  put(part(element, 'far'), [
    `${number(run.done)} of ${number(run.total)}${run.planned === false && !over ? ' or more' : ''}`, `${number(run.changed)} changed`, `${number(run.unchanged)} unchanged`,
    `${number(run.failed)} failed`, many(run.calls, 'call'), `${number(run.avoided)} avoided`,
    run.rate ? `${number(run.rate)} a second` : '', run.secondsLeft ? `${span(run.secondsLeft)} left` : '',
  ].filter(Boolean).join(' · '));
  put(part(element, 'reason'), [run.reason, run.waitsFor && `It waits: ${run.waitsFor}.`].filter(Boolean).join(' '));
  part(element, 'pause').hidden = run.state !== 'RUNNING';
  part(element, 'resume').hidden = run.state !== 'PAUSED';
  part(element, 'cancel').hidden = over;
  part(element, 'failures').hidden = !run.failed;
  put(part(element, 'failed'), `What failed (${number(run.failed)})`);
}

async function showFailures(id, details) {
  const failures = await ask(`/refreshes/${id}/failures?limit=50`);
  sync(part(details, 'missed'), failures.items, (one) => `${one.line} ${one.subject}`,
    (one) => made('li', {}, made('code', {}, one.subject), one.line ? ` line ${one.line}` : '', `: ${one.reason}`, one.detail ? `. ${one.detail}` : ''), () => {});
  part(details, 'others').hidden = !failures.next;
}
