/** Between a merged submission and the units' own: answers and questions go down, replies come up. */
import { hashOf, recordAll } from '../../../audit/record.ts';
import { refresh } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { clockworkViewer } from '../../access/operations.ts';
import type { UnitId } from '../../units/types.ts';
import { casesOf } from '../rules/parcel.ts';
import { dueBelow } from '../rules/units.ts';
import * as below from '../store/below.ts';
import { replyToSeat, sendSeatBack } from '../store/change.ts';
import { committeeOf, listSubmissions } from '../store/look.ts';
import { type SeatId, type Submission, type SubmissionId, submissionSubject } from '../types.ts';
import { keepAll } from './keep.ts';
import { note } from './manage.ts';

/**
 * The units' seats become what they are above: a question at once, approved and not approved once the decision is entered,
 * a question that was answered or taken back waits again. Whoever brings the answer, it reaches its unit. A unit's
 * submission that is not with the authority any more takes nothing: the department tells that unit.
 */
export async function passDown(act: Act, { id, committee }: Pick<Submission, 'id' | 'committee'>): Promise<void> {
  const eyes = clockworkViewer({ ...act, member: null, person: null }, committee);
  const [merged] = await listSubmissions(act.store, eyes, { ids: [id] });
  if (!merged) return;
  const open = (await belowOf(act, merged)).filter(({ state, passedIn }) => state === 'sent' && passedIn === id);
  const due = dueBelow(merged, open);
  await keepAll(
    act,
    open.flatMap((submission) => {
      const answers = due.answers.filter(({ seat }) => submission.seats.some((one) => one.id === seat));
      return answers.length > 0 ? [{ submission, answers }] : [];
    }),
    'parcel',
    merged.settledAt ? merged.decision : null,
  );
  await reopen(act, open, due.reopened);
  await below.markTold(act.store, id, due.entries, { at: act.now, by: null, letter: null });
}

async function reopen(
  act: Act,
  parcels: readonly below.ParcelBelow[],
  reopened: readonly below.Reopened[],
): Promise<void> {
  await below.reopenSeats(act.store, reopened);
  await recordAll(
    act.store,
    act,
    parcels.flatMap(({ id, committee, seats }) =>
      seats
        .filter((seat) => reopened.some((one) => one.seat === seat.id))
        .map((seat) => ({
          kind: 'submissions.question-closed',
          committee,
          subject: { kind: submissionSubject, id },
          nominees: casesOf([seat]),
          facts: {},
        })),
    ),
  );
}

/** The units' own submissions are passed on in this one: the authority answers here from now on. */
export async function passOn(act: Act, merged: Submission): Promise<void> {
  const open = (await belowOf(act, merged)).filter(({ state, passedIn }) => state === 'sent' && passedIn === null);
  await below.setPassedIn(
    act.store,
    open.map(({ id }) => id),
    merged.id,
  );
  await noteBelow(act, open, 'passed-on', { number: merged.number });
}

/** Taken back: the units' submissions are their own again, and questions that came from here stand no more. */
export async function takeBackFromUnits(act: Act, { id, committee, content }: Submission): Promise<void> {
  if (content.kind === 'list') return;
  const eyes = clockworkViewer({ ...act, member: null, person: null }, committee);
  const [merged] = await listSubmissions(act.store, eyes, { ids: [id] });
  if (!merged) return;
  const passed = (await belowOf(act, merged)).filter(({ passedIn }) => passedIn === id);
  const asked = passed.flatMap(({ seats }) =>
    seats.filter(({ answer, sentBack }) => answer === 'returned' && !sentBack),
  );
  await reopen(
    act,
    passed,
    asked.map(({ id: seat, reply }) => ({ seat, reply })),
  );
  await below.setPassedIn(
    act.store,
    passed.map((one) => one.id),
    null,
  );
  await noteBelow(act, passed, 'passing-on-undone', { number: merged.number });
}

async function belowOf(act: Act, { committee, seats }: Submission): Promise<readonly below.ParcelBelow[]> {
  const eyes = clockworkViewer({ ...act, member: null, person: null }, committee);
  const ids = seats.flatMap(({ origins }) => origins.flatMap(({ seatBelow }) => seatBelow ?? []));
  return below.parcelsBelow(act.store, eyes, ids);
}

async function noteBelow(
  act: Act,
  parcels: readonly below.ParcelBelow[],
  what: string,
  facts: { readonly number: number },
): Promise<void> {
  await recordAll(
    act.store,
    act,
    parcels.map(({ id, committee }) => ({
      ...{ kind: `submissions.${what}`, committee, subject: { kind: submissionSubject, id }, facts },
    })),
  );
  for (const { id, answerer } of parcels) {
    if (answerer) await refresh(act.store, act, { kind: 'submissions.asked', ids: { submission: id } });
  }
}

/** A unit has answered a question: the seat above waits for the authority again. */
export async function passUp(act: Act, above: SubmissionId, seatBelow: SeatId, reply: string): Promise<void> {
  const origin = await below.seatAbove(act.store, above, seatBelow);
  if (!origin || !(await replyToSeat(act.store, above, origin.seat, reply))) return;
  const merged = await noteAbove(act, above, origin, 'question-answered', { reply: hashOf(reply) });
  await below.clearTold(act.store, [origin.seat]);
  if (merged) await passDown(act, merged);
}

/** A unit deals with a returned name again: it leaves the parcel above too, and the rest is decided. */
export async function passBackUp(act: Act, above: SubmissionId, seatBelow: SeatId): Promise<void> {
  const origin = await below.seatAbove(act.store, above, seatBelow);
  if (!origin || !(await sendSeatBack(act.store, above, origin.seat, { at: act.now, step: null }))) return;
  await noteAbove(act, above, origin, 'seat-sent-back', {});
}

async function noteAbove(
  act: Act,
  above: SubmissionId,
  { seat, unit }: { readonly seat: SeatId; readonly unit: UnitId },
  what: string,
  facts: Parameters<typeof note>[3],
): Promise<Submission | null> {
  const committee = await committeeOf(act.store, above);
  if (!committee) return null;
  const eyes = clockworkViewer({ ...act, member: null, person: null }, committee);
  const [merged] = await listSubmissions(act.store, eyes, { ids: [above] });
  if (!merged) return null;
  const seats = merged.seats.filter(({ id }) => id === seat);
  await note(act, merged, what, { ...facts, unit }, seats);
  await refresh(act.store, act, { kind: 'submissions.asked', ids: { submission: above } });
  return merged;
}
