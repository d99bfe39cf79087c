/** Minutes that wait for a confirmation: of whoever is chair or committee secretary now, also when another was at the time. */
import type { Act } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { viewersOf } from '../../access/operations.ts';
import { committeesIn, type Eyes, viewersIn } from '../../access/types.ts';
import { membersOfEach } from '../../committees/operations/look.ts';
import { conferencesById } from '../../conferences/operations/sitting.ts';
import type { Duties } from '../../deadlines/types/duties.ts';
import { whoHeld } from '../../sittings/operations/look.ts';
import { confirmsAsChair, confirmsAsSecretary } from '../rules.ts';
import * as store from '../store.ts';

export const minutesSubject = 'minutes';

/** No date is set for it: it stands in “my duties” and on Home until it is done, or the signed paper is recorded. */
export const duties: Duties = {
  subject: minutesSubject,
  asksAfter: false,

  async owing(act, ids) {
    const eyes = await viewersOf(act, await store.committeesOf(act.store, ids));
    const asked = new Set(ids);
    const open = (await waiting(act, eyes)).filter(({ conference }) => asked.has(conference));
    return new Map(open.map(({ conference, people }) => [conference, people] as const));
  },

  async dutiesOf(act, viewers) {
    const own = viewers.filter(({ person, roles }) => person && roles.length > 0);
    const mine = (await waiting(act, own)).filter(({ committee, people }) =>
      people.some((person) => viewersIn(own).some((one) => one.committee === committee && one.person === person)),
    );
    if (mine.length === 0) return [];
    const revisions = await conferencesById(
      act,
      own,
      mine.map(({ conference }) => conference),
    );
    return mine.flatMap(({ committee, conference }) => {
      const revision = revisions.get(conference);
      if (!revision) return [];
      const facts = { title: revision.title, startsAt: revision.startsAt };
      return [
        { kind: 'minutes.confirm', committee, subject: { kind: minutesSubject, id: conference }, dueAt: null, facts },
      ];
    });
  },
};

/** Sent as a draft, its minute of undo over, every correction decided; with those whose confirmation is missing. */
async function waiting(act: Act, eyes: Eyes) {
  const open = committeesIn(eyes).length === 0 ? [] : await store.listUnconfirmed(act.store, eyes, act.now);
  if (open.length === 0) return [];
  const held = await whoHeld(
    act,
    eyes,
    open.map(({ conference }) => conference),
  );
  const members = await membersOfEach(act, [...new Set(open.map(({ committee }) => committee))]);
  return open.map(({ conference, committee, chairAt, secretaryAt }) => {
    const sitting = held.get(conference);
    const there = members.get(committee) ?? [];
    const people: readonly PersonId[] = sitting
      ? [
          ...(chairAt === null ? confirmsAsChair(sitting.chair, there, act.now) : []),
          ...(secretaryAt === null ? confirmsAsSecretary(sitting.secretary, there) : []),
        ]
      : [];
    return { conference, committee, people: [...new Set(people)] };
  });
}
