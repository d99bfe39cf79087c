/** What a decision in a yearly review must hold, what the plan is once all are applied, and how far the review is. */
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { Plan, PlanEntry } from '../../plans/types.ts';
import { additionActions, type Decision, entryActions, type ReviewAction, type ReviewItem } from '../types.ts';

export const noteMax = 3000;

export type DecideRefusal =
  | 'yearly-action-unfit'
  | 'yearly-reason-missing'
  | 'yearly-note-missing'
  | 'yearly-note-too-long'
  | 'yearly-target-missing'
  | 'yearly-target-same';

export type Choice = Pick<Decision, 'action' | 'reason' | 'note' | 'toPlan' | 'toPosition'>;

/** Everybody leaves for a reason; whom the rules would take out is kept only with a reason, too. */
export function checkDecision(item: ReviewItem, choice: Choice, plan: Plan): Outcome<Choice, DecideRefusal> {
  const { action, reason, note, toPlan, toPosition } = choice;
  if (!actionsOf(item).includes(action)) return refused('yearly-action-unfit', {}, 'action');
  if ((note?.length ?? 0) > noteMax) return refused('yearly-note-too-long', { max: noteMax }, 'note');
  if (action === 'remove' && reason === null) return refused('yearly-reason-missing', {}, 'reason');
  const isNoteNeeded = reason === 'other' || (action === 'keep' && item.suggested !== null);
  if ((action === 'remove' || action === 'keep') && isNoteNeeded && note === null) {
    return refused('yearly-note-missing', {}, 'note');
  }
  const isElsewhere = action === 'move' || action === 'carry-over';
  if (!isElsewhere)
    return done({ ...choice, reason: action === 'remove' ? reason : null, toPlan: null, toPosition: null });
  const field = action === 'move' ? 'position' : 'next';
  if (toPlan === null || toPosition === null) return refused('yearly-target-missing', {}, field);
  const isHere = toPlan === plan.id;
  if (isHere !== (action === 'move')) return refused('yearly-target-missing', {}, field);
  if (toPosition === item.position.id) return refused('yearly-target-same', {}, field);
  return done({ ...choice, reason: null });
}

export function actionsOf(item: Pick<ReviewItem, 'kind'>): readonly ReviewAction[] {
  return item.kind === 'entry' ? entryActions : additionActions;
}

type Standing = PlanEntry & { readonly plan: Plan['id']; readonly level: number | null };

/**
 * Who would stand in these plans once the decisions are applied; `except`: the one that is being decided. An entry that
 * somebody would get has the id of what it comes from.
 */
export function entriesAfter(
  entries: readonly Standing[],
  decisions: readonly Decision[],
  plans: readonly Plan[],
  except: Decision['subject'] | null,
): readonly Standing[] {
  const counted = decisions.filter(({ subject }) => subject !== except);
  const leaving = new Set<string>(
    counted.filter(({ action }) => action === 'remove' || action === 'move').map(({ subject }) => subject),
  );
  const staying = entries.filter(({ id }) => !leaving.has(id));
  return [...staying, ...counted.flatMap((decision) => entering(decision, entries, plans) ?? [])];
}

function entering(decision: Decision, entries: readonly Standing[], plans: readonly Plan[]): Standing | null {
  const { subject, person, action } = decision;
  if (action !== 'add' && action !== 'move' && action !== 'carry-over') return null;
  const position = action === 'add' ? decision.position : decision.toPosition;
  const plan = plans.find(({ positions }) => positions.some(({ id }) => id === position));
  const found = plan?.positions.find(({ id }) => id === position);
  if (!plan || !found) return null;
  const old = entries.find(({ id }) => id === subject);
  return {
    id: subject as Standing['id'],
    plan: plan.id,
    position: found.id,
    person,
    readiness: old?.readiness ?? null,
    enteredOn: null,
    decisionIn: null,
    leftOn: null,
    level: found.level,
  };
}

export interface Progress {
  readonly total: number;
  readonly undecided: number;
  readonly counts: Readonly<Record<ReviewAction, number>>;
}

export function progressOf(items: readonly Pick<ReviewItem, 'decision'>[]): Progress {
  const counts = { keep: 0, remove: 0, move: 0, 'carry-over': 0, add: 0, 'not-now': 0 };
  for (const { decision } of items) if (decision) counts[decision.action] += 1;
  return { total: items.length, undecided: items.filter(({ decision }) => decision === null).length, counts };
}

/** What changes: keeping changes nothing, and a name that is not taken up now stays on the list of candidates. */
export function isChange({ action }: Pick<Decision, 'action'>): boolean {
  return action !== 'keep' && action !== 'not-now';
}
