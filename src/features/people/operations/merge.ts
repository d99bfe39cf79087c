/** Two rows of the register turn out to be one person: look what would move, then make them one. */
import { recordAll } from '../../../audit/record.ts';
import { isConflict } from '../../../database/conflict.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { HoldsPeople } from '../../../kernel/held-people.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { enqueue } from '../../../queue/enqueue.ts';
import { type AccessRefusal, authorise, viewersOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { committeesOf } from '../../committees/operations/look.ts';
import { takenOver } from '../rules/merging.ts';
import * as merging from '../store/merging.ts';
import * as store from '../store/register.ts';
import type { MergePair, MergePreview, Person } from '../types.ts';

export type MergeRefusal = AccessRefusal | 'merge-same-entry' | 'merge-of-oneself' | 'person-unknown';
type Input = MergePair & { readonly committee: CommitteeId };

/**
 * What would happen; nothing is changed. Refusals: access (people.edit), merge-same-entry (also when one was merged into
 * the other before), merge-of-oneself (one's own case is closed to oneself: what hangs on it would show), person-unknown
 * (also of a person whose case is closed to the acting one).
 */
export async function previewMerge(
  act: Act,
  input: Input,
  holders: readonly HoldsPeople[],
): Promise<Outcome<MergePreview, MergeRefusal>> {
  const pair = await findPair(act, input);
  if (!pair.ok) return pair;
  const { stays, goes } = pair.value;
  const ids = { stays: stays.id, goes: goes.id };
  const obstacles = await merging.findObstacles(act.store, holders, ids);
  const held = await merging.countHeld(act.store, holders, ids);
  const names = await ownCommittees(act, ids);
  const isOwn = (committee: CommitteeId | null) => committee === null || names.has(committee);
  const shown = held.filter(({ committee }) => isOwn(committee));
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  return done({
    stays,
    goes,
    versions: `${stays.version}.${goes.version}`,
    takesOver: takenOver(stays, goes),
    held: kinds.map((kind) => ({
      kind,
      count: shown.filter((one) => one.kind === kind).reduce((sum, { count }) => sum + count, 0),
    })),
    committees: [...new Set(shown.flatMap(({ committee }) => (committee && names.get(committee)) ?? []))],
    isElsewhere: held.some(({ committee }) => !isOwn(committee)),
    obstacles: [
      ...obstacles
        .filter(({ committee }) => isOwn(committee))
        .map(({ kind, committee }) => ({ kind, committee: (committee && names.get(committee)) ?? null })),
      ...(obstacles.some(({ committee }) => !isOwn(committee))
        ? [{ kind: 'elsewhere' as const, committee: null }]
        : []),
    ],
  });
}

/**
 * Makes them one: what hangs on `goes` hangs on `stays` from now on; what is over stays as it was recorded and bears the
 * name of `stays`. `versions` comes from the preview. Refusals: those of the preview, merge-obstructed (something stands
 * in the way now), merge-outdated (one of the two was changed or merged since the preview). It cannot be undone: an act
 * about the one person afterwards belongs to neither of the two before.
 */
export async function mergePeople(
  act: Act,
  input: Input & { readonly versions: string },
  holders: readonly HoldsPeople[],
): Promise<Outcome<Person, MergeRefusal | 'merge-obstructed' | 'merge-outdated'>> {
  try {
    return await inTransaction(act, async (tx) => {
      const here = inside(act, tx);
      await merging.lockPair(tx, input);
      const found = await findPair(here, input);
      if (!found.ok) return found;
      const { stays, goes } = found.value;
      const ids = { stays: stays.id, goes: goes.id };
      if (!(await merging.isCurrentPair(tx, input, input.versions))) return refused('merge-outdated');
      if ((await merging.findObstacles(tx, holders, ids)).length > 0) return refused('merge-obstructed');
      const held = await merging.countHeld(tx, holders, ids);
      const kept = await becomeOne(here, stays, goes);
      await merging.moveHeld(tx, holders, ids);
      await recordMerge(here, input.committee, ids, [...new Set(held.flatMap(({ committee }) => committee ?? []))]);
      await refresh(tx, act, { persons: [stays.id] });
      await refresh(tx, act, { nominees: [stays.id] });
      await enqueue(tx, { name: 'recheck', payload: { workspace: act.workspace, person: stays.id } }, { now: act.now });
      return done(kept);
    });
  } catch (error) {
    // Something was entered for both at the same moment; the preview says what.
    if (isConflict(error)) return refused('merge-outdated');
    throw error;
  }
}

/** The row that stays says what only the other said; the one that goes wears its short form, after its own is kept. */
async function becomeOne(act: Act, stays: Person, goes: Person): Promise<Person> {
  const { fullName, birthMonth, sex, unit, partyPost, statePost, level } = stays;
  const known = { fullName, birthMonth, sex, unit, partyPost, statePost, level };
  const fields = takenOver(stays, goes);
  const form = { ...known, ...Object.fromEntries(fields.map((field) => [field, goes[field]])) };
  const by = { person: act.person, now: act.now };
  if (fields.length > 0) await store.changePerson(act.store, stays, form, by);
  await store.changePerson(act.store, goes, form, by);
  await merging.pointTo(act.store, { stays: stays.id, goes: goes.id });
  return { ...stays, ...form, version: stays.version + (fields.length > 0 ? 1 : 0) };
}

/** In every committee where something moved, so that its own history tells. */
async function recordMerge(act: Act, here: CommitteeId, pair: MergePair, others: readonly CommitteeId[]) {
  await recordAll(
    act.store,
    act,
    [...new Set([here, ...others])].map((committee) => ({
      kind: 'people.merged',
      committee,
      subject: { kind: 'person', id: pair.stays },
      nominees: [pair.stays, pair.goes],
      facts: { from: pair.goes },
    })),
  );
}

async function findPair(act: Act, input: Input): Promise<Outcome<{ stays: Person; goes: Person }, MergeRefusal>> {
  const viewer = await authorise(act, input.committee, 'people.edit');
  if (!viewer.ok) return viewer;
  const stays = await store.findPerson(act.store, viewer.value, input.stays);
  const goes = await store.findPerson(act.store, viewer.value, input.goes);
  if (!stays || !goes) return refused('person-unknown');
  if (stays.id === goes.id) return refused('merge-same-entry', {}, 'goes');
  if ([stays.id, goes.id].some((id) => id === act.person)) return refused('merge-of-oneself');
  return done({ stays, goes });
}

/** Where the acting person may change the register and neither case is closed to them. */
async function ownCommittees(act: Act, pair: MergePair): Promise<ReadonlyMap<CommitteeId, string>> {
  const committees = await committeesOf(act);
  const viewers = await viewersOf(
    act,
    committees.map(({ id }) => id),
  );
  const open = viewers.filter(
    (viewer) => may(viewer, 'people.edit') && ![pair.stays, pair.goes].some((id) => viewer.hiddenNominees.includes(id)),
  );
  return new Map(committees.filter(({ id }) => open.some((v) => v.committee === id)).map(({ id, name }) => [id, name]));
}
