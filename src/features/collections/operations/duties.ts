/** Whose turn it is: the committee secretaries of the units that have not handed in, and nobody else. */
import type { Act } from '../../../kernel/act.ts';
import { asId, type CollectionId, type CommitteeId, type PersonId } from '../../../kernel/ids.ts';
import { may } from '../../access/rules.ts';
import { committeesIn } from '../../access/types.ts';
import { clerksOf } from '../../committees/operations/look.ts';
import type { Duties, Duty } from '../../deadlines/types/duties.ts';
import * as store from '../store/look.ts';
import { collectionSubject } from '../types.ts';
import { type Asked, askedOf } from './look.ts';

export const duties: Duties = {
  subject: collectionSubject,
  listedFor: 'submission.see',
  asksElsewhere: true,

  async owing(act, ids) {
    const asked = await stillAsked(act, ids);
    return new Map([...asked].map(([id, units]) => [id, [...new Set([...units.values()].flat())]] as const));
  },

  async dutiesOf(act, viewers) {
    const own = viewers.filter((viewer) => viewer.person && may(viewer, 'submission.manage'));
    if (own.length === 0) return [];
    return (await askedOf(act, committeesIn(own))).map(dutyFor);
  },

  /** On a reminder the reader's committee is another than the one whose date it is. */
  async dutyOf(act, viewer, subject) {
    const id = asId<CollectionId>(subject.id);
    for (const [committee, people] of (await stillAsked(act, [id])).get(id) ?? []) {
      if (!viewer.person || !people.includes(viewer.person)) continue;
      const asked = (await askedOf(act, [committee])).find((one) => one.id === id);
      if (asked) return dutyFor(asked);
    }
    return null;
  },
};

/** By collection the units' committees that have not handed in, with their secretaries. */
async function stillAsked(
  act: Act,
  ids: readonly string[],
): Promise<ReadonlyMap<CollectionId, ReadonlyMap<CommitteeId, readonly PersonId[]>>> {
  const open = await store.openUnits(act.store, ids);
  const clerks = await clerksOf(act, [...new Set([...open.values()].flat())]);
  return new Map(
    [...open].map(
      ([id, units]) => [id, new Map(units.map((unit) => [unit, clerks.get(unit) ?? []] as const))] as const,
    ),
  );
}

function dutyFor({ id, of: committee, title }: Asked): Duty {
  const subject = { kind: collectionSubject, id };
  return { kind: 'collections.hand-in', committee, subject, dueAt: null, facts: { title, committee } };
}
