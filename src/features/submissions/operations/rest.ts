/** Who finishes a parcel in which names wait that others do not see, and how they are told. */
import { refresh, sendAll } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { clockworkViewer, closedCases } from '../../access/operations.ts';
import { membersOfEach } from '../../committees/operations/look.ts';
import { casesOf } from '../rules/parcel.ts';
import { finishers } from '../rules/rest.ts';
import { listSubmissions } from '../store/look.ts';
import { isUndecided, type Submission, type SubmissionId } from '../types.ts';

/** With all eyes: never to be shown. */
export async function wholeOf(act: Act, { id, committee }: Pick<Submission, 'id' | 'committee'>) {
  const eyes = clockworkViewer({ ...act, member: null, person: null }, committee);
  const [whole] = await listSubmissions(act.store, eyes, { ids: [id] });
  return whole ?? null;
}

/** Nobody where nothing waits. */
export async function finishersOf(
  act: Act,
  submission: Pick<Submission, 'id' | 'committee' | 'seats'>,
): Promise<readonly PersonId[]> {
  return (await finishersIn(act, [submission])).get(submission.id) ?? [];
}

/** Of several, by id: two statements, however many. */
export async function finishersIn(
  act: Act,
  submissions: readonly Pick<Submission, 'id' | 'committee' | 'seats'>[],
): Promise<ReadonlyMap<SubmissionId, readonly PersonId[]>> {
  const waiting = submissions.filter(({ seats }) => seats.some(isUndecided));
  if (waiting.length === 0) return new Map();
  const committees = [...new Set(waiting.map(({ committee }) => committee))];
  const isClosed = await closedCases(act, committees);
  const members = await membersOfEach(act, committees);
  return new Map(
    waiting.map(({ id, committee, seats }) => {
      const rest = seats.filter(isUndecided);
      const persons = finishers(members.get(committee) ?? [], rest, (person, nominee) =>
        isClosed(committee, person, nominee),
      );
      return [id, persons];
    }),
  );
}

/** Whoever has to finish it gets a card, once; the card of before says that nothing waits when that is so. */
export async function tellFinishers(act: Act, whole: Submission): Promise<readonly PersonId[]> {
  const { id, committee, seats } = whole;
  const persons = await finishersOf(act, whole);
  await sendAll(
    act.store,
    act,
    persons.map((person) => ({
      ...{ kind: 'submissions.rest', ids: { submission: id }, to: { person }, committee, mayRepeat: true },
      ...{ key: `submissions.rest:${id}:${person}`, nominees: casesOf(seats.filter(isUndecided)) },
    })),
  );
  if (persons.length === 0) await refresh(act.store, act, { kind: 'submissions.rest', ids: { submission: id } });
  return persons;
}
