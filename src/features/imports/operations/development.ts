/** Reads a list of measures or of experience for a plan's people, shows what it would change, and takes it in. */
import { inTransaction } from '../../../database/in-transaction.ts';
import type { UnreadableTable } from '../../../documents/csv.ts';
import type { UnreadableWorkbook } from '../../../documents/xlsx.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { listsOf } from '../../development/operations/lists.ts';
import { rightOfList, type TakenIn, takeInList } from '../../development/operations/take-in.ts';
import type { ListKind } from '../../development/types.ts';
import type { Plan } from '../../plans/types.ts';
import { matchDevelopment } from '../rules/match-development.ts';
import { readDevelopment } from '../rules/read-development.ts';
import * as store from '../store.ts';
import type { DevelopmentList, MatchedDevelopment, Meant } from '../types/development.ts';
import type { ImportPreviewId } from '../types/people.ts';
import { fieldOf, type GivenList, keptUntil, readList } from './given.ts';

export interface DevelopmentShown {
  readonly id: ImportPreviewId;
  readonly plan: Plan;
  readonly list: DevelopmentList;
  readonly matched: MatchedDevelopment;
}

interface AtPreview {
  readonly committee: CommitteeId;
  readonly preview: ImportPreviewId;
}

type PlanRefusal = 'plan-unknown' | 'plan-closed';

/**
 * Keeps what was read for an hour; nothing is recorded. Everybody of the list stands in the plan, as far as the actor may
 * know. Rights: plan.edit, for experience people.edit. Refusals: access, a file that is no table, import-without-names, and
 * those of the plan.
 */
export async function previewDevelopment(
  act: Act,
  input: { committee: CommitteeId; plan: PlanId; list: ListKind; given: GivenList },
): Promise<
  Outcome<DevelopmentShown, AccessRefusal | PlanRefusal | UnreadableTable | UnreadableWorkbook | 'import-without-names'>
> {
  const table = await readList(input.given);
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, input.committee, rightOfList[input.list]);
    if (!viewer.ok) return viewer;
    if (!table.ok) return table;
    const list = readDevelopment(table.value.rows, input.list);
    if (!list) return refused('import-without-names', {}, fieldOf(input.given));
    const shown = await matched(within, viewer.value, { plan: input.plan, list, meant: new Map() });
    if (!shown.ok) return shown;
    await store.deleteExpired(tx, act.now);
    const kept = { plan: input.plan, createdBy: act.person as PersonId, list, expiresAt: keptUntil(act.now) };
    return done({ id: await store.insertDevelopment(tx, viewer.value, kept, act.now), ...shown.value });
  });
}

/** Says who is meant by lines of it, if anything; of the others nothing changes. Refusals: access, import-gone, and those of the plan. */
export async function sayWhoIsMeant(
  act: Act,
  at: AtPreview & { readonly said: Meant },
): Promise<Outcome<DevelopmentShown, AccessRefusal | PlanRefusal | 'import-gone'>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const found = await findPreview(within, at);
    if (!found.ok) return found;
    const meant = new Map([...found.value.meant, ...at.said]);
    if (at.said.size > 0) await store.keepMeant(tx, at.preview, meant);
    const shown = await matched(within, found.value.viewer, { ...found.value, meant });
    return shown.ok ? done({ id: at.preview, ...shown.value }) : shown;
  });
}

export type DevelopmentStored = TakenIn & {
  readonly plan: Plan;
  readonly list: ListKind;
  readonly same: number;
  /** Lines that were left out: faulty, or of whom it was not said who is meant. */
  readonly leftOut: number;
};

/**
 * Does what the preview showed, by what is recorded now; twice, or the same list again, changes nothing. Refusals: access,
 * import-gone (used or expired), and those of the plan.
 */
export async function confirmDevelopment(
  act: Act,
  at: AtPreview,
): Promise<Outcome<DevelopmentStored, AccessRefusal | PlanRefusal | 'import-gone'>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const found = await findPreview(within, at);
    if (!found.ok) return found;
    if (!(await store.usePreview(tx, at.preview))) return refused('import-gone');
    const shown = await matched(within, found.value.viewer, found.value);
    if (!shown.ok) return shown;
    const { plan, list } = shown.value;
    const { lines, unclear, faults } = shown.value.matched;
    const changing = lines.filter(({ kind }) => kind !== 'same');
    const taken = await takeInList(within, {
      ...{ committee: at.committee, plan: plan.id },
      measures: changing.flatMap(({ measure }) => measure ?? []),
      experiences: changing.flatMap(({ experience }) => experience ?? []),
    });
    if (!taken.ok) return taken;
    const leftOut = new Set([...list.faults, ...faults, ...unclear].map(({ line }) => line)).size;
    return done({ ...taken.value, plan, list: list.list, same: lines.length - changing.length, leftOut });
  });
}

/** The right is that of the list. */
async function findPreview(act: Act, at: AtPreview) {
  const looking = await authorise(act, at.committee, 'people.see');
  if (!looking.ok) return looking;
  const preview = await store.findDevelopment(act.store, looking.value, at.preview, act.now);
  if (!preview?.plan) return refused('import-gone');
  const viewer = await authorise(act, at.committee, rightOfList[preview.list.list]);
  return viewer.ok ? done({ ...preview, plan: preview.plan, viewer: viewer.value }) : viewer;
}

async function matched(
  act: Act,
  viewer: Viewer,
  { plan: id, list, meant }: { readonly plan: PlanId; readonly list: DevelopmentList; readonly meant: Meant },
): Promise<Outcome<Omit<DevelopmentShown, 'id'>, PlanRefusal>> {
  const seen = await listsOf(act, viewer, id);
  if (!seen) return refused('plan-unknown');
  const { plan, people } = seen;
  if (plan.isClosed) return refused('plan-closed', { title: plan.title });
  return done({ plan, list, matched: matchDevelopment(list, people, meant) });
}
