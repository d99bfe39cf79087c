/** Reads a pasted list, shows what confirming it would do, and does it. Nothing is stored before, and nothing twice. */
import { inTransaction } from '../../../database/in-transaction.ts';
import type { UnreadableTable } from '../../../documents/csv.ts';
import type { UnreadableWorkbook } from '../../../documents/xlsx.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { candidatesOf } from '../../nominations/operations/look.ts';
import { holdRegister, importPeople } from '../../people/operations/import.ts';
import { enterEntries } from '../../plans/operations/entries.ts';
import { planOf, entriesOf as standingIn } from '../../plans/operations/look.ts';
import { readinessOf } from '../../plans/rules/readiness.ts';
import type { Plan } from '../../plans/types.ts';
import { adviseUnits } from '../../units/operations/look.ts';
import type { UnitAdvice } from '../../units/types.ts';
import { entriesToEnter, matchEntries } from '../rules/match-entries.ts';
import type { Matched } from '../rules/match-people.ts';
import { type Purpose, readRows } from '../rules/read-rows.ts';
import * as store from '../store.ts';
import type { Meant } from '../types/development.ts';
import type { Counts, EntryChange, ImportPreviewId, PersonChange, ReadList } from '../types/people.ts';
import { fieldOf, type GivenList, keptUntil, readList } from './given.ts';
import { match, withoutClosedCases } from './match.ts';

export interface Shown {
  readonly id: ImportPreviewId;
  readonly plan: Plan | null;
  readonly list: ReadList;
  readonly matched: Matched;
  readonly counts: Counts;
  /** Empty without a plan. */
  readonly entries: readonly EntryChange[];
  /** What the tree of units says of the units in the list. */
  readonly advice: readonly UnitAdvice[];
}

export type PreviewRefusal =
  | AccessRefusal
  | UnreadableTable
  | UnreadableWorkbook
  | 'import-without-names'
  | 'plan-unknown'
  | 'plan-closed'
  | 'plan-without-positions';

/**
 * Reads the list and keeps what was read for an hour; nothing of it is in the register. With a plan the list says who
 * stands in it. Refusals: access (people.edit; plan.edit), a file that is no table, import-without-names (no heading with
 * a column of names), and those of the plan.
 */
export async function previewImport(
  act: Act,
  input: { committee: CommitteeId; plan: PlanId | null; list: GivenList },
): Promise<Outcome<Shown, PreviewRefusal>> {
  const table = await readList(input.list);
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await mayImport(within, input);
    if (!viewer.ok) return viewer;
    const plan = await openPlan(within, viewer.value, input.plan);
    if (!plan.ok) return plan;
    if (!table.ok) return table;
    const list = readRows(table.value.rows, purposeOf(plan.value), dateIn(act.zone, act.now));
    if (!list) return refused('import-without-names', {}, fieldOf(input.list));
    await store.deleteExpired(tx, act.now);
    const kept = { plan: input.plan, createdBy: act.person as PersonId, list, expiresAt: keptUntil(act.now) };
    const id = await store.insertPreview(tx, viewer.value, kept, act.now);
    return done({ id, ...(await shownOf(within, viewer.value, { plan: plan.value, list, meant: new Map() })) });
  });
}

interface AtPreview {
  readonly committee: CommitteeId;
  readonly preview: ImportPreviewId;
}

type SeeRefusal = AccessRefusal | 'import-gone' | 'plan-unknown' | 'plan-closed' | 'plan-without-positions';

/** Says who is meant by lines of it, if anything; of the others nothing changes. Refusals: access, import-gone, and those of the plan. */
export async function sayWhoIsInList(
  act: Act,
  at: AtPreview & { readonly said: Meant },
): Promise<Outcome<Shown, SeeRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const looking = await authorise(within, at.committee, 'people.edit');
    if (!looking.ok) return looking;
    const preview = await store.findPreview(tx, looking.value, at.preview, act.now);
    if (!preview) return refused('import-gone');
    const viewer = await mayImport(within, preview);
    if (!viewer.ok) return viewer;
    const plan = await openPlan(within, viewer.value, preview.plan);
    if (!plan.ok) return plan;
    const meant = new Map([...preview.meant, ...at.said]);
    if (at.said.size > 0) await store.keepMeant(tx, preview.id, meant);
    const { id, list } = preview;
    return done({ id, ...(await shownOf(within, viewer.value, { plan: plan.value, list, meant })) });
  });
}

export type Stored = Counts & { readonly entries: number; readonly plan: Plan | null };

/**
 * Does what the preview showed, by what the register says now. Confirming twice, or the same list again, changes nothing.
 * Refusals: access, import-gone (used or expired), and those of the plan.
 */
export async function confirmImport(
  act: Act,
  input: { committee: CommitteeId; preview: ImportPreviewId },
): Promise<Outcome<Stored, AccessRefusal | 'import-gone' | 'plan-unknown' | 'plan-closed'>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const looking = await authorise(within, input.committee, 'people.edit');
    if (!looking.ok) return looking;
    const preview = await store.findPreview(tx, looking.value, input.preview, act.now);
    if (!preview || !(await store.usePreview(tx, preview.id))) return refused('import-gone');
    const viewer = await mayImport(within, preview);
    if (!viewer.ok) return viewer;
    await holdRegister(within);
    const seen = await match(within, viewer.value, preview.list, preview.meant);
    const { changes } = await withoutClosedCases(within, viewer.value, preview, seen);
    const ids = await importPeople(within, {
      committee: input.committee,
      people: changes.map((change) => ({
        person: change.kind === 'new' ? null : change.person,
        form: change.form,
        disciplines: change.row.disciplines,
      })),
    });
    if (!ids.ok) return ids;
    const counts = countsOf(seen, preview.list);
    if (!preview.plan) return done({ ...counts, entries: 0, plan: null });
    const plan = await planOf(within, viewer.value, preview.plan);
    if (!plan) return refused('plan-unknown');
    const known = new Map(changes.flatMap((change, at) => (ids.value[at] ? [[change, ids.value[at]] as const] : [])));
    const entries = entriesToEnter(await entriesIn(within, viewer.value, plan, changes), known);
    const entered = await enterEntries(within, { committee: input.committee, plan: plan.id, entries });
    return entered.ok ? done({ ...counts, entries: entered.value.added + entered.value.changed, plan }) : entered;
  });
}

/** Null: the list is of people only. */
async function openPlan(
  act: Act,
  viewer: Viewer,
  id: PlanId | null,
): Promise<Outcome<Plan | null, 'plan-unknown' | 'plan-closed' | 'plan-without-positions'>> {
  if (id === null) return done(null);
  const plan = await planOf(act, viewer, id);
  if (!plan) return refused('plan-unknown');
  if (plan.isClosed) return refused('plan-closed', { title: plan.title });
  return plan.positions.length > 0 ? done(plan) : refused('plan-without-positions', { title: plan.title });
}

function purposeOf(plan: Plan | null): Purpose {
  if (!plan) return { kind: 'people' };
  const levels = readinessOf(plan).value.map(({ key, name }) => ({ key, names: [name.vi, name.en] }));
  return { kind: 'entries', positions: plan.positions.map(({ title }) => title), levels };
}

async function shownOf(
  act: Act,
  viewer: Viewer,
  { plan, list, meant }: { readonly plan: Plan | null; readonly list: ReadList; readonly meant: Meant },
): Promise<Omit<Shown, 'id'>> {
  const matched = await match(act, viewer, list, meant);
  const advice = await adviseUnits(
    act,
    viewer.committee,
    list.rows.map(({ unit }) => unit),
  );
  const entries = plan ? await entriesIn(act, viewer, plan, matched.changes) : [];
  return { plan, list, matched, entries, counts: countsOf(matched, list), advice };
}

async function mayImport(
  act: Act,
  { committee, plan }: { committee: CommitteeId; plan: PlanId | null },
): Promise<Outcome<Viewer, AccessRefusal>> {
  const people = await authorise(act, committee, 'people.edit');
  return people.ok && plan ? authorise(act, committee, 'plan.edit') : people;
}

function countsOf({ changes, faults }: Matched, list: ReadList): Counts {
  const count = (kind: PersonChange['kind']) => changes.filter((change) => change.kind === kind).length;
  const faulty = new Set([...faults, ...list.faults].map((fault) => fault.line)).size;
  return { added: count('new'), changed: count('changed'), unchanged: count('unchanged'), faulty };
}

/** As the plan and its list are now, for whom the viewer may see. */
async function entriesIn(
  act: Act,
  viewer: Viewer,
  plan: Plan,
  changes: readonly PersonChange[],
): Promise<readonly EntryChange[]> {
  const standing = await standingIn(act, viewer, [plan.id]);
  const onList = await candidatesOf(act, viewer, { plans: [plan.id], states: ['listed', 'suggested'] });
  return matchEntries(plan, standing, onList, changes);
}
