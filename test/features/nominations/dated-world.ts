/** A plan that changes from day to day by real operations, and what it showed at the end of each day: the oracle for “as of”. */
import { inTransaction } from '../../../src/database/in-transaction.ts';
import { correctNomination, withdrawCandidate } from '../../../src/features/nominations/operations/change.ts';
import { activeCandidates } from '../../../src/features/nominations/operations/look.ts';
import { applyEntryChanges, enterEntries, undoEntryChanges } from '../../../src/features/plans/operations/entries.ts';
import { seePlan } from '../../../src/features/plans/operations/look.ts';
import { changePositions } from '../../../src/features/plans/operations/make.ts';
import type { EntryChanges, Plan, PlanChangeId, PlanEntry } from '../../../src/features/plans/types.ts';
import { inside } from '../../../src/kernel/act.ts';
import { newId, type PersonId } from '../../../src/kernel/ids.ts';
import { addDays } from '../../../src/kernel/time.ts';
import { again, must, propose, type Scene } from './scene.ts';

export const firstDay = '2026-03-02';
const dayMs = 86_400_000;

/** As people read a plan; in one order, whatever the order of the rows. */
export interface Shown {
  readonly positions: readonly string[];
  readonly entries: readonly string[];
  readonly candidates: readonly string[];
}

export const kinds = [
  'enter',
  'leave',
  'move',
  'come-back',
  'seats',
  'another',
  'end',
  'propose',
  'withdraw',
  'correct',
] as const;

export interface Deed {
  readonly kind: (typeof kinds)[number];
  /** Chooses among those whom the deed can be about. */
  readonly pick: number;
  readonly dated: boolean;
}

export function dayAfter(days: number): string {
  return addDays(firstDay, days);
}

/** The committee secretary, so many days on. */
export function onDay(scene: Scene, days: number) {
  return again(scene.clerk, days * dayMs);
}

/** Does it if anything can be done, else nothing; every decision bears the day on which it is entered. */
export async function perform(scene: Scene, people: readonly PersonId[], days: number, deed: Deed): Promise<void> {
  const act = onDay(scene, days);
  const at = { committee: scene.committee, plan: scene.plan.id };
  const { plan, entries } = must(await seePlan(act, at));
  const listed = must(await activeCandidates(act, at));
  const pick = <Of>(all: readonly Of[]) => all[deed.pick % Math.max(1, all.length)];
  const person = pick(people);
  const position = pick(plan.positions);
  const entry = pick(entries);
  const candidate = pick(listed);
  if (!person || !position) return;
  const which = candidate && { ...at, nomination: candidate.nomination, version: candidate.version };
  switch (deed.kind) {
    case 'enter': {
      const dated = deed.dated ? { enteredOn: dayAfter(days), decisionIn: `${days}-QĐ` } : noDate;
      await enterEntries(act, { ...at, entries: [{ position: position.id, person, readiness: null, ...dated }] });
      return;
    }
    case 'leave':
    case 'come-back':
      if (entry) await changeEntries(scene, days, { leave: [leaving(entry)], enter: [] }, deed.kind === 'come-back');
      return;
    case 'move': {
      if (!entry || entries.some((one) => one.person === entry.person && one.position === position.id)) return;
      const enter = {
        ...noDate,
        plan: plan.id,
        position: position.id,
        person: entry.person,
        readiness: entry.readiness,
      };
      const entering = { ...enter, enteredOn: dayAfter(days) };
      return changeEntries(scene, days, { leave: [leaving(entry)], enter: [entering] }, false);
    }
    case 'seats':
    case 'another':
    case 'end':
      await changePositions(act, { ...at, version: plan.version, positions: positionsAfter(plan, deed) });
      return;
    case 'propose':
      await propose(act, scene, person, { position: position.id });
      return;
    case 'withdraw':
      if (which) must(await withdrawCandidate(act, { ...which, reason: 'Asked to.' }));
      return;
    case 'correct':
      if (!which) return;
      await correctNomination(act, {
        ...{ ...which, reasons: null, source: null, rank: null, why: 'A slip.', position: position.id },
      });
  }
}

/** What the plan shows at the end of that day, if nothing is done after it. */
export async function shownNow(scene: Scene, days: number): Promise<Shown> {
  const at = { committee: scene.committee, plan: scene.plan.id };
  const { plan, entries } = must(await seePlan(onDay(scene, days), at));
  const listed = must(await activeCandidates(onDay(scene, days), at));
  return {
    positions: plan.positions.map(({ title, seats }) => `${title} ${seats}`).sort(),
    entries: entries.map(placed).sort(),
    candidates: listed.map(placed).sort(),
  };
}

export function placed({ person, position }: { readonly person: string; readonly position: string }): string {
  return `${person} at ${position}`;
}

const noDate = { enteredOn: null, decisionIn: null };

function leaving({ id }: PlanEntry): EntryChanges['leave'][number] {
  return { entry: id, reason: 'other', rule: null };
}

async function changeEntries(
  scene: Scene,
  days: number,
  changes: Pick<EntryChanges, 'leave' | 'enter'>,
  isUndone: boolean,
): Promise<void> {
  const act = onDay(scene, days);
  const change = newId<PlanChangeId>();
  await inTransaction(act, async (tx) => {
    await applyEntryChanges(inside(act, tx), { change, on: dayAfter(days), decision: `${days}-QĐ`, ...changes });
    if (isUndone) await undoEntryChanges(inside(act, tx), change);
  });
}

function positionsAfter({ positions }: Plan, { kind, pick }: Deed) {
  const at = pick % positions.length;
  const kept = positions.map(({ id: _, ...one }) => one);
  if (kind === 'another')
    return [...kept, { title: `Post ${pick % 3}`, seats: 1, level: 5, isCommittee: false, rank: 900 }];
  if (kind === 'end') return kept.length > 1 ? kept.filter((_, index) => index !== at) : kept;
  return kept.map((one, index) => (index === at ? { ...one, seats: 1 + (pick % 7) } : one));
}
