/** The report upward: asked of the one who is responsible, or of the committee secretary once they have left. */
import type { Act } from '../../../kernel/act.ts';
import { asId } from '../../../kernel/ids.ts';
import { clockworkViewer, viewerFor, viewerOf } from '../../access/operations.ts';
import { maySeeCase } from '../../access/rules.ts';
import { clerksKeeping } from '../../committees/operations/clerks.ts';
import { deadlinesOf } from '../../deadlines/operations/set.ts';
import type { Duties } from '../../deadlines/types/duties.ts';
import * as store from '../store.ts';
import { type ExternalNomination, externalSubject } from '../types.ts';
import { seeExternal } from './look.ts';

export const reportDuties: Omit<Duties, 'titles'> = {
  subject: externalSubject,
  listedFor: 'candidates.enter',

  async owing(act, subject) {
    const found = await seeExternal(act, asId(subject.id));
    if (!found.ok || !isOwed(found.value.nomination)) return [];
    const { committee, responsible, person } = found.value.nomination;
    const theirs = await viewerFor(act, committee, responsible);
    if (theirs.roles.length === 0) return clerksKeeping(act, committee, person);
    return maySeeCase(theirs, person) ? [responsible] : [];
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
  const found: string[] = [];
  for (const committee of await store.committeesOf(act.store, ids)) {
    const viewer = act.member === null ? clockworkViewer(act, committee) : await viewerOf(act, committee);
    found.push(...(await store.listExternal(act.store, viewer, { ids })).map(({ id }) => id as string));
  }
  return found;
}

function isOwed({ state, reportedOn }: ExternalNomination): boolean {
  return (state === 'elected' || state === 'not-elected') && reportedOn === null;
}
