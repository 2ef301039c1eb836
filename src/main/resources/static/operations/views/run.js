import { made } from '../dom.js';
import { many, moment, number, span } from '../format.js';
import { ask } from '../service.js';
import { badge, facts, heading, table, to } from './parts.js';

const TONES = { RUNNING: 'busy', PAUSED: 'warn', COMPLETED: 'good', CANCELLED: '' };
const CAUSES = { miss: 'an import', build: 'a new data build', forced: 'somebody asked for it' };

/** Who did what to it: only administrators may read that. */
async function deeds(id) {
  try {
    return (await ask('/audit?limit=200')).items.filter((one) => one.target.includes(id) || (one.operation === 'beginRefresh' && one.status === 202));
  } catch (failure) {
    return null;
  }
}

function timeline(run, audit) {
  const own = (audit || []).filter((one) => one.target.includes(run.id));
  const began = (audit || []).find((one) => one.operation === 'beginRefresh' && Math.abs(new Date(one.at) - new Date(run.createdAt)) < 5000);
  return [[moment(run.createdAt), 'begun', began ? began.callerName : audit ? '' : 'only the scope admin may see who'],
    ...own.reverse().map((one) => [moment(one.at), one.operation, one.callerName]),
    ...(run.finishedAt ? [[moment(run.finishedAt), run.state.toLowerCase(), '']] : [])];
}

export async function open(place, id) {
  const show = async () => {
    const [run, failures, audit] = await Promise.all([ask(`/refreshes/${id}`), ask(`/refreshes/${id}/failures?limit=200`), deeds(id)]);
    const took = (new Date(run.finishedAt || Date.now()) - new Date(run.createdAt)) / 1000;
    place.replaceChildren(
      made('p', {}, badge(run.state.toLowerCase(), TONES[run.state]), ` ${run.id}`),
      made('progress', { max: run.total || 1, value: run.total ? run.done : 0, 'aria-label': 'How far it has come' }),
      facts({ Why: CAUSES[run.cause] || run.cause, Vehicles: `${number(run.done)} of ${number(run.total)}`, Changed: number(run.changed), Unchanged: number(run.unchanged),
        Failed: number(run.failed), 'Of these not carried any more': run.lost ? number(run.lost) : '', Calls: number(run.calls), 'Needed no call': number(run.avoided),
        [run.finishedAt ? 'Took' : 'Takes so far']: span(took), Left: run.secondsLeft ? span(run.secondsLeft) : '', 'It paused itself': run.reason, 'It waits': run.waitsFor }),
      heading('Timeline'), table('What happened to it', ['When', 'What', 'Who'], timeline(run, audit)),
      heading('What failed'), table('Vehicles that failed', ['Vehicle', 'Line#', 'Reason', 'Detail'],
        failures.items.map((one) => [one.subject.length === 17 ? to('journey', one.subject) : one.subject, one.line ? String(one.line) : '', one.reason, one.detail]), 'Nothing failed.'),
      failures.next ? made('p', { class: 'soft' }, `The first ${many(failures.items.length, 'failure')}.`) : '',
    );
    return run;
  };
  const run = await show();
  return run.finishedAt ? null : show;
}
