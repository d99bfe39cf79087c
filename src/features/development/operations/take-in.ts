/** Takes a list of measures or of experience in at once, and takes it back within a day. Nobody is told: nothing leaves. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { foldName } from '../../../i18n/names.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import { type CommitteeId, newId, type PlanId, type WorkspaceId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { enqueue } from '../../../queue/enqueue.ts';
import { type AccessRefusal, authorise, clockworkViewer } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { cancelDeadline } from '../../deadlines/operations/set.ts';
import { clockworkAct, listWorkspaces } from '../../workspaces/operations/workspaces.ts';
import * as experiences from '../store/experiences.ts';
import * as intakes from '../store/intakes.ts';
import * as measures from '../store/measures.ts';
import {
  type ExperienceId,
  type ExperienceIntake,
  type IntakeId,
  type ListKind,
  type MeasureIntake,
  measureSubject,
} from '../types.ts';
import { setDates } from './record.ts';

/** For how long a list can be taken back. */
const keptForHours = 24;

export type TakenIn = { readonly id: IntakeId | null; readonly added: number; readonly changed: number };

/** Which right changes what such a list holds. */
export const rightOfList = { measures: 'plan.edit', experience: 'people.edit' } as const satisfies Record<
  ListKind,
  string
>;

/**
 * Inside the caller's transaction; the lines were checked by the rules of each. What is recorded already, or was changed
 * this very moment, is left as it is. Dates follow in a job. Rights: plan.edit, for experience people.edit.
 */
export async function takeInList(
  act: Act,
  input: {
    readonly committee: CommitteeId;
    readonly plan: PlanId;
    readonly measures: readonly MeasureIntake[];
    readonly experiences: readonly ExperienceIntake[];
  },
): Promise<Outcome<TakenIn, AccessRefusal>> {
  return inTransaction(act, async (tx) => {
    const list: ListKind = input.experiences.length > 0 ? 'experience' : 'measures';
    const viewer = await authorise(inside(act, tx), input.committee, rightOfList[list]);
    if (!viewer.ok) return viewer;
    const said = {
      measures: await measuresIn(tx, act, viewer.value, input.measures),
      experiences: await experiencesIn(tx, act, viewer.value, input.experiences),
    };
    const all = [...said.measures, ...said.experiences];
    if (all.length === 0) return done({ id: null, added: 0, changed: 0 });
    const intake = { plan: input.plan, list, changes: said };
    const id = await intakes.insertIntake(tx, viewer.value, intake, act.now);
    await followDatesOf(tx, act, input.committee, said);
    const changed = all.filter(({ before }) => before !== null).length;
    const added = all.length - changed;
    await record(tx, act, {
      kind: 'development.list-taken-in',
      committee: input.committee,
      subject: { kind: 'plan', id: input.plan },
      nominees: [...input.measures, ...input.experiences].map(({ person }) => person),
      facts: { list, added, changed },
    });
    return done({ id, added, changed });
  });
}

/**
 * What the list brought goes again, what it changed reads as before; what was changed since stays, and is counted. Rights:
 * as taking in. Refusals: access, intake-gone (taken back already, or older than a day).
 */
export async function takeBackList(
  act: Act,
  at: { readonly committee: CommitteeId; readonly intake: IntakeId },
): Promise<Outcome<{ plan: PlanId; back: number; stays: number }, AccessRefusal | 'intake-gone'>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, at.committee, 'plan.edit');
    if (!viewer.ok) return viewer;
    const since = new Date(act.now.getTime() - keptForHours * 3_600_000);
    const intake = await intakes.takeIntake(tx, viewer.value, at.intake, { now: act.now, since });
    if (!intake) return refused('intake-gone');
    const right = await authorise(within, at.committee, rightOfList[intake.list]);
    if (!right.ok) return right;
    const { changes, plan, list } = intake;
    const back =
      (await measuresBack(tx, act, right.value, changes)) + (await experiencesBack(tx, act, right.value, changes));
    await followDatesOf(tx, act, at.committee, changes);
    const stays = changes.measures.length + changes.experiences.length - back;
    await record(tx, act, {
      kind: 'development.list-taken-back',
      committee: at.committee,
      subject: { kind: 'plan', id: plan },
      facts: { list, back, stays },
    });
    return done({ plan, back, stays });
  });
}

/** For the clockwork: the dates of these measures as they say now. Twice is once. */
export async function followMeasureDates(
  handle: StoreHandle,
  which: { readonly workspace: WorkspaceId; readonly committee: CommitteeId; readonly measures: readonly string[] },
  now: Date,
): Promise<void> {
  const home = (await listWorkspaces(handle)).find(({ id }) => id === which.workspace);
  if (!home) return;
  const act = clockworkAct(handle, home, now);
  const there = await measures.listMeasures(handle, clockworkViewer(act, which.committee), { ids: which.measures });
  for (const measure of there) await inTransaction(act, (tx) => setDates(inside(act, tx), [measure]));
  const gone = which.measures.filter((id) => !there.some((measure) => measure.id === id));
  for (const id of gone) await cancelDeadline(act, { kind: measureSubject, id });
}

/** Every night: what lists changed is kept for a day only. */
export async function forgetIntakes(handle: StoreHandle, now: Date): Promise<void> {
  await intakes.deleteIntakes(handle, new Date(now.getTime() - keptForHours * 3_600_000));
}

type Changes = intakes.Changes;

async function measuresIn(
  tx: StoreHandle,
  act: Act,
  viewer: Viewer,
  lines: readonly MeasureIntake[],
): Promise<Changes['measures']> {
  const news = lines.flatMap(({ entry, person, old, next }) => (old ? [] : [{ ...next, entry, person }]));
  const added = news.length > 0 ? await measures.insertMeasures(tx, viewer, news, act.now) : [];
  const said: Changes['measures'] = added.map(({ id, version }) => ({ id, version, before: null }));
  for (const { old, next } of lines) {
    if (!old || !(await measures.rewriteMeasure(tx, viewer, old, next, act.now))) continue;
    const { kind, what, responsible, startsOn, dueOn, movement, state, word } = old;
    const before = { kind, what, responsible, startsOn, dueOn, movement, state, word };
    said.push({ id: old.id, version: old.version + 1, before });
  }
  return said;
}

async function experiencesIn(
  tx: StoreHandle,
  act: Act,
  viewer: Viewer,
  lines: readonly ExperienceIntake[],
): Promise<Changes['experiences']> {
  if (lines.length === 0) return [];
  const names = lines.map(({ next }) => next.kind);
  const kinds = await experiences.kindsNamed(tx, viewer, names, act.now);
  const made = lines.flatMap(({ person, old, next: { kind: name, ...form } }) => {
    const kind = kinds.get(foldName(name));
    return kind ? [{ id: newId<ExperienceId>(), person, kind: kind.id, form, before: old?.id ?? null }] : [];
  });
  const replaced = made.flatMap(({ before }) => before ?? []);
  if (replaced.length > 0) await experiences.takeBackExperiences(tx, replaced, act.now);
  const added = new Set(await experiences.insertExperiences(tx, viewer, made.map(withoutBefore), act.now));
  return made.filter(({ id }) => added.has(id)).map(({ id, before }) => ({ id, before }));
}

function withoutBefore({ before: _, ...one }: experiences.NewExperience & { readonly before: string | null }) {
  return one;
}

async function measuresBack(tx: StoreHandle, act: Act, viewer: Viewer, { measures: all }: Changes): Promise<number> {
  const brought = all.filter(({ before }) => before === null).map(({ id }) => id);
  let back = brought.length > 0 ? await measures.deleteUnchanged(tx, viewer, brought) : 0;
  const known = new Map((await listed(tx, viewer, all)).map((one) => [one.id as string, one]));
  for (const { id, version, before } of all) {
    const now = known.get(id);
    if (!before || now?.version !== version) continue;
    const next = { ...before, movement: before.movement as (typeof now)['movement'] };
    if (await measures.rewriteMeasure(tx, viewer, now, next, act.now)) back += 1;
  }
  return back;
}

function listed(tx: StoreHandle, viewer: Viewer, all: Changes['measures']) {
  return all.length > 0 ? measures.listMeasures(tx, viewer, { ids: all.map(({ id }) => id) }) : [];
}

async function experiencesBack(
  tx: StoreHandle,
  act: Act,
  viewer: Viewer,
  { experiences: all }: Changes,
): Promise<number> {
  if (all.length === 0) return 0;
  const ids = all.map(({ id }) => id);
  const back = await experiences.takeBackExperiences(tx, ids, act.now);
  await experiences.bringBackExperiences(
    tx,
    viewer,
    all.flatMap(({ before }) => before ?? []),
  );
  return back;
}

async function followDatesOf(tx: StoreHandle, act: Act, committee: CommitteeId, said: Changes): Promise<void> {
  const ids = said.measures.map(({ id }) => id);
  if (ids.length === 0) return;
  const payload = { workspace: act.workspace, committee, measures: ids };
  await enqueue(tx, { name: 'measure-dates', payload }, { now: act.now });
}
