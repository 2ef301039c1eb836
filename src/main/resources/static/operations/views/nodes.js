import { moment } from '../format.js';
import { ask } from '../service.js';
import { table } from './parts.js';

export async function open(place) {
  const show = async () => {
    const nodes = await ask('/nodes');
    place.replaceChildren(table('Nodes that are there', ['Node', 'Version', 'Started', 'Last seen', 'Settings that differ from the answering node'],
      nodes.items.map((one) => [one.node, one.version, moment(one.startedAt), moment(one.seenAt), one.differences.join(', ') || 'none'])));
  };
  await show();
  return show;
}
