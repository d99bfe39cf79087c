/** What a list says of who stands in the plan, beside what the plan says. */

import { decisionCell } from '../../plans/rules/sheet.ts';
import type { NewEntry, Plan, PlanEntry } from '../../plans/types.ts';
import type { EntryChange, PersonChange } from '../types/people.ts';
import { tidyCell } from './cells.ts';

/** Somebody put forward for a position. */
export interface PutForward {
  readonly person: string;
  readonly position: string;
}

/**
 * A cell that says what the plan says changes nothing, an empty one erases nothing. Whoever a list only proposes, and who
 * stands on the plan's list for that position already, enters the plan by a decision and not by coming back unchanged.
 */
export function matchEntries(
  plan: Plan,
  standing: readonly PlanEntry[],
  putForward: readonly PutForward[],
  changes: readonly PersonChange[],
): readonly EntryChange[] {
  return changes.flatMap((change) => {
    const person = change.kind === 'new' ? null : change.person.id;
    return change.row.entries.flatMap(
      ({ position: title, decision, enteredOn, readiness, isProposed }): EntryChange[] => {
        const position = plan.positions.find((one) => one.title === title);
        if (!position) return [];
        const of = { change, position: position.id, title };
        const isAt = (one: { person: string; position: string }) =>
          one.person === person && one.position === position.id;
        const old = standing.find(isAt);
        if (!old) {
          const isOnList = isProposed && decision === null && putForward.some(isAt);
          return [{ ...of, kind: isOnList ? 'put-forward' : 'new', decisionIn: decision, enteredOn, readiness }];
        }
        const isNear = readiness === null || readiness === tidyCell(old.readiness ?? '');
        const near = isNear ? old.readiness : readiness;
        const kept = { ...of, decisionIn: old.decisionIn, enteredOn: old.enteredOn, readiness: near };
        const saysTheSame =
          decision === null ||
          decision === tidyCell(decisionCell(old.decisionIn, old.enteredOn)) ||
          (decision === old.decisionIn && (enteredOn ?? old.enteredOn) === old.enteredOn);
        if (saysTheSame) return [{ ...kept, kind: isNear ? 'same' : 'changed' }];
        return [{ ...kept, kind: 'changed', decisionIn: decision, enteredOn: enteredOn ?? old.enteredOn }];
      },
    );
  });
}

/** Those that enter or change; `ids`: of the people, by change. */
export function entriesToEnter(
  matched: readonly EntryChange[],
  ids: ReadonlyMap<PersonChange, NewEntry['person']>,
): readonly NewEntry[] {
  return matched.flatMap(({ kind, change, position, decisionIn, enteredOn, readiness }) => {
    const person = ids.get(change);
    if (!person || (kind !== 'new' && kind !== 'changed')) return [];
    return [{ position, person, readiness, enteredOn, decisionIn }];
  });
}
