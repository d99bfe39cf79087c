/** The report upward: asked of the one who is responsible, or of the committee secretary once they have left. */
import type { Act } from '../../../kernel/act.ts';
import { closedCases, eyesIn } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { viewerAt } from '../../access/types.ts';
import { clerksKeeping } from '../../committees/operations/clerks.ts';
import { membersOfEach } from '../../committees/operations/look.ts';
import { deadlinesOf } from '../../deadlines/operations/set.ts';
import type { Duties } from '../../deadlines/types/duties.ts';
import * as store from '../store.ts';
import { type ExternalNomination, externalSubject } from '../types.ts';

export const reportDuties: Omit<Duties, 'titles'> = {
  subject: externalSubject,
  listedFor: 'candidates.enter',

  async owing(act, ids) {
    const committees = await store.committeesOf(act.store, ids);
    const eyes = await eyesIn(act, committees);
    const seen = (await store.listExternal(act.store, eyes, { ids })).filter(
      ({ committee, responsible }) => may(viewerAt(eyes, committee), 'candidates.enter') || responsible === act.person,
    );
    const isClosed = await closedCases(act, committees);
    const members = await membersOfEach(act, committees);
    const keeping = await clerksKeeping(act, committees);
    return new Map(
      seen.filter(isOwed).map(({ id, committee, responsible, person }) => {
        const isThere = members.get(committee)?.some((member) => member.person === responsible) ?? false;
        const own = isClosed(committee, responsible, person) ? [] : [responsible];
        return [id, isThere ? own : keeping(committee, person)] as const;
      }),
    );
  },

  async dutiesOf(act, viewers) {
    const [responsible] = viewers.flatMap(({ person }) => person ?? []);
    if (!responsible) return [];
    const keeping = viewers.filter(({ roles }) => roles.includes('clerk'));
    const mine = await store.listExternal(act.store, viewers, { responsible });
    const left = keeping.length === 0 ? [] : await store.listExternal(act.store, keeping, { withoutMemberAt: act.now });
    const own = [...mine, ...left].filter(isOwed);
    if (own.length === 0) return [];
    const dates = await deadlinesOf(
      act,
      externalSubject,
      own.map(({ id }) => id),
    );
    return own.map(({ id, committee, body, fullName }) => ({
      ...{ kind: 'external-nominations.report', committee },
      ...{ subject: { kind: externalSubject, id }, dueAt: dates.get(id)?.dueAt ?? null },
      facts: { body, name: fullName },
    }));
  },
};

/** Which of these dates belong to nominations that the acting person may know of. */
export async function visibleOf(act: Act, ids: readonly string[]): Promise<readonly string[]> {
  const eyes = await eyesIn(act, await store.committeesOf(act.store, ids));
  return (await store.listExternal(act.store, eyes, { ids })).map(({ id }) => id);
}

function isOwed({ state, reportedOn }: ExternalNomination): boolean {
  return (state === 'elected' || state === 'not-elected') && reportedOn === null;
}
