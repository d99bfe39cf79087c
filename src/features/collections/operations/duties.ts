/** Whose turn it is: the committee secretaries of the units that have not handed in, and nobody else. */
import type { Act } from '../../../kernel/act.ts';
import { asId, type CollectionId, type CommitteeId, type PersonId } from '../../../kernel/ids.ts';
import { clockworkViewer } from '../../access/operations.ts';
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

  async owing(act, subject) {
    return [...new Set([...(await stillAsked(act, asId(subject.id))).values()].flat())];
  },

  async dutiesOf(act, viewers) {
    const own = viewers.filter((viewer) => viewer.person && may(viewer, 'submission.manage'));
    if (own.length === 0) return [];
    return (await askedOf(act, committeesIn(own))).map(dutyFor);
  },

  /** On a reminder the reader's committee is another than the one whose date it is. */
  async dutyOf(act, viewer, subject) {
    const id = asId<CollectionId>(subject.id);
    for (const [committee, people] of await stillAsked(act, id)) {
      if (!viewer.person || !people.includes(viewer.person)) continue;
      const asked = (await askedOf(act, [committee])).find((one) => one.id === id);
      if (asked) return dutyFor(asked);
    }
    return null;
  },
};

async function stillAsked(act: Act, id: CollectionId): Promise<ReadonlyMap<CommitteeId, readonly PersonId[]>> {
  const above = await store.committeeOf(act.store, id);
  if (!above) return new Map();
  const clockwork = { ...act, member: null, person: null };
  const [collection] = await store.listCollections(act.store, clockworkViewer(clockwork, above), [id]);
  if (!collection || collection.closedAt) return new Map();
  const open = collection.units.flatMap(({ committee, handIn, without }) =>
    committee && !handIn && without === null ? [committee] : [],
  );
  return clerksOf(act, open);
}

function dutyFor({ id, of: committee, title }: Asked): Duty {
  const subject = { kind: collectionSubject, id };
  return { kind: 'collections.hand-in', committee, subject, dueAt: null, facts: { title, committee } };
}
