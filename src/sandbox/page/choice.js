/** What happens when something is chosen, whatever kind of element it was. */
import { confirmFirst } from './confirm.js';

/** Remembers the choice and, where the element stands outside a form's fields, tells the bot. */
export async function choose(element, spot, choice) {
  if (element.confirm && !(await confirmFirst(element.confirm))) return false;
  spot.host.enter(spot.blockId, element.action_id, { type: element.type, ...choice });
  if (spot.dispatches) await spot.host.use(spot.blockId, element.action_id, choice);
  return true;
}

export function bare({ text, value }) {
  return { text, value };
}
