/** Answers that hold are kept, recorded and told; of one parcel, or of several units' at once. */
import { hashOf, recordAll } from '../../../audit/record.ts';
import { refresh, sendAll } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { clerksOf } from '../../committees/operations/look.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { casesOf } from '../rules/parcel.ts';
import * as change from '../store/change.ts';
import {
  type AnswerWay,
  type Decision,
  type Seat,
  type SeatAnswered,
  type Submission,
  submissionSubject,
} from '../types.ts';

export interface Given {
  readonly submission: Pick<Submission, 'id' | 'committee' | 'answerer'> & {
    /** Set: the decision stands already, and nobody is asked to enter it. */
    readonly settledAt?: Date | null;
    readonly seats: readonly Pick<Seat, 'id' | 'person' | 'namesakes' | 'answer'>[];
  };
  /** Checked (rules/checkAnswers). */
  readonly answers: readonly SeatAnswered[];
}

/** In as many statements for sixty units as for one. The caller has let the acting person in and holds the submissions. */
export async function keepAll(
  act: Act,
  given: readonly Given[],
  via: AnswerWay,
  decision: Decision | null,
): Promise<void> {
  const answers = given.flatMap((one) => one.answers);
  await change.answerSeats(act.store, answers, { person: act.person, via, at: act.now });
  const ids = given.map(({ submission }) => submission.id);
  if (decision) await change.changeSubmission(act.store, ids, { decision });
  await recordAll(
    act.store,
    act,
    given.flatMap(({ submission, answers: own }) =>
      own.map(({ seat, answer, word }) => ({
        kind: 'submissions.seat-answered',
        committee: submission.committee,
        subject: { kind: submissionSubject, id: submission.id },
        nominees: casesOf(submission.seats.filter(({ id }) => id === seat)),
        facts: { answer, word: word === null ? null : hashOf(word), way: via },
      })),
    ),
  );
  const whole = given.filter(isWhole).map(({ submission }) => submission);
  for (const { id, answerer } of whole) {
    if (!answerer) continue;
    await dutyDone(act.store, act, { subject: { kind: submissionSubject, id }, persons: [answerer] });
  }
  for (const { submission } of given) {
    if (!submission.answerer) continue;
    await refresh(act.store, act, { kind: 'submissions.asked', ids: { submission: submission.id } });
  }
  if (via !== 'paper') await tellSecretaries(act, given, via);
}

function isWhole({ submission, answers }: Given): boolean {
  const now = new Set(answers.map(({ seat }) => seat));
  return submission.seats.every(({ id, answer }) => answer !== null || now.has(id));
}

/** Privately: everything is answered and its decision can be entered, or a question has come to the unit. */
async function tellSecretaries(act: Act, given: readonly Given[], via: AnswerWay): Promise<void> {
  const asked = (one: Given) => via === 'parcel' && one.answers.some(({ answer }) => answer === 'returned');
  const told = given.filter((one) => asked(one) || (isWhole(one) && !one.submission.settledAt));
  if (told.length === 0) return;
  const clerks = await clerksOf(
    act,
    told.map(({ submission }) => submission.committee),
  );
  await sendAll(
    act.store,
    act,
    told.flatMap((one) => {
      const { id, committee, seats } = one.submission;
      const kind = asked(one) ? 'submissions.question' : 'submissions.answered';
      return (clerks.get(committee) ?? []).map((person) => ({
        ...{ kind, ids: { submission: id }, to: { person }, committee, mayRepeat: true, nominees: casesOf(seats) },
        key: `${kind}:${id}:${person}:${act.now.getTime()}`,
      }));
    }),
  );
}
