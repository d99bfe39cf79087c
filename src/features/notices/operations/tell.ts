/** Telling the nominees and the members what the authority decided; what was told elsewhere is recorded. */
import { record, recordAll } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, sendAll } from '../../../delivery/send.ts';
import { type Act, inside, type ViaKind } from '../../../kernel/act.ts';
import { type Id, newId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, isPlainDate, type PlainDate } from '../../../kernel/time.ts';
import { may } from '../../access/rules.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { holdSubmissionFor } from '../../submissions/operations/look.ts';
import { casesOf } from '../../submissions/rules/parcel.ts';
import { type SeatId, type SubmissionId, submissionSubject } from '../../submissions/types.ts';
import { checkTurn, untold } from '../rules.ts';
import * as store from '../store.ts';
import type { Audience, Notice, Result } from '../types.ts';
import { type ResultRefusal, seeResult } from './look.ts';

const holdMs = 60_000;

export type TellRefusal = ResultRefusal | 'refused-first' | 'nobody-to-tell';

export interface Told {
  /** For the undo of the next minute. */
  readonly batch: string;
  readonly heldUntil: Date;
  readonly count: number;
}

/**
 * To everybody of the audience who can be told in the chat and was not told yet, after a minute. Refusals: refused-first
 * {count}, nobody-to-tell, submission-not-settled, submission-unknown.
 */
export async function tellResult(
  act: Act,
  input: { readonly submission: SubmissionId; readonly audience: Audience },
): Promise<Outcome<Told, TellRefusal>> {
  return telling(act, input.submission, async (here, result) => {
    const { submission } = result;
    const turn = checkTurn(result, input.audience, act.now);
    if (!turn.ok) return turn;
    const [batch, heldUntil] = [newId<Id<'batch'>>() as string, new Date(act.now.getTime() + holdMs)];
    const plain = { submission: submission.id, via: 'chat' as const, toldOn: dateIn(act.zone, act.now) };
    const held = { batch, until: heldUntil };
    const asked: readonly Notice[] =
      input.audience === 'members'
        ? [{ ...plain, id: store.newNoticeId(), seat: null, person: null, held }]
        : untold(result.lines, input.audience)
            .filter(({ hasAccount }) => hasAccount)
            .map(({ seat }) => ({ ...plain, id: store.newNoticeId(), seat: seat.id, person: seat.person, held }));
    const kept = await store.insertNotices(here.store, asked, { at: act.now, person: act.person });
    if (kept.length === 0) return refused('nobody-to-tell');
    const card = { committee: submission.committee, batch, holdUntil: heldUntil, mayRepeat: true };
    const nominees = casesOf(submission.seats);
    const cards =
      input.audience === 'members'
        ? (await readers(here, result)).map((person) => ({
            ...{ ...card, kind: 'notices.decided', ids: { submission: submission.id }, to: { person }, nominees },
            key: `notices.decided:${batch}:${person}`,
          }))
        : kept.flatMap(({ id, person }) =>
            person
              ? [
                  {
                    ...{ ...card, kind: 'notices.own', ids: { notice: id }, to: { person }, nominees: [person] },
                    key: `notices.own:${id}`,
                  },
                ]
              : [],
          );
    const count = await sendAll(here.store, here, cards);
    await noteTold(here, result, kept);
    return done({ batch, heldUntil, count });
  });
}

/** Members who may read the plan, but whoever tells. A card finds no words for those to whom every case in it is closed. */
async function readers(act: Act, { submission }: Result): Promise<readonly PersonId[]> {
  const members = await membersOf(act, submission.committee);
  return members.map(({ person }) => person).filter((person) => person !== act.person);
}

/** Within its minute. Refuses undo-too-late {seconds}. */
export async function undoTelling(
  act: Act,
  input: { readonly submission: SubmissionId; readonly batch: string },
): Promise<Outcome<void, ResultRefusal | 'undo-too-late'>> {
  return telling(act, input.submission, async (here, { submission }) => {
    if (!(await cancelBatch(here.store, here, input.batch))) {
      return refused('undo-too-late', { seconds: holdMs / 1000 });
    }
    await store.deleteBatch(here.store, submission.id, input.batch);
    await note(here, submission, 'telling-undone');
    return done();
  });
}

/**
 * Told by letter, by phone or in the room. Refusals: refused-first {count} for somebody approved, told-later {today},
 * nobody-to-tell (they were told already), submission-not-settled, submission-unknown.
 */
export async function recordTold(
  act: Act,
  input: {
    readonly submission: SubmissionId;
    readonly seats: readonly SeatId[];
    readonly via: ViaKind;
    readonly toldOn: PlainDate;
  },
): Promise<Outcome<number, TellRefusal | 'told-later'>> {
  const today = dateIn(act.zone, act.now);
  if (!isPlainDate(input.toldOn) || input.toldOn > today) return refused('told-later', { today }, 'toldOn');
  return telling<number, TellRefusal | 'told-later'>(act, input.submission, async (here, result) => {
    const lines = result.lines.filter(({ seat, notice }) => input.seats.includes(seat.id) && notice === null);
    if (lines.length === 0) return refused('nobody-to-tell', {}, 'seats');
    const isApproved = lines.some(({ seat }) => seat.answer === 'approved');
    // Who is told in this very form is told: the refused of the same entry do not wait for themselves.
    const others = result.lines.filter((line) => !lines.includes(line));
    const turn = checkTurn({ ...result, lines: others }, isApproved ? 'approved' : 'not-approved', act.now);
    if (!turn.ok) return { ...turn, field: 'seats' };
    const { submission } = result;
    const kept = await store.insertNotices(
      here.store,
      lines.map(({ seat }) => ({
        ...{ id: store.newNoticeId(), submission: submission.id, seat: seat.id, person: seat.person },
        ...{ via: input.via, toldOn: input.toldOn, held: null },
      })),
      { at: act.now, person: act.person },
    );
    await noteTold(here, result, kept);
    return kept.length > 0 ? done(kept.length) : refused('nobody-to-tell', {}, 'seats');
  });
}

/** For whoever manages submissions; of two at once the second waits, and looks again. */
async function telling<T, R extends string>(
  act: Act,
  id: SubmissionId,
  work: (here: Act, result: Result) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R | ResultRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await holdSubmissionFor(here, id);
    const seen = await seeResult(here, id);
    if (!seen.ok) return seen;
    if (!may(seen.value.viewer, 'submission.manage')) return refused('submission-unknown');
    return work(here, seen.value.result);
  });
}

async function noteTold(act: Act, { submission }: Result, notices: readonly Notice[]): Promise<void> {
  await recordAll(
    act.store,
    act,
    notices.map(({ person, via, toldOn }) => ({
      kind: person ? 'notices.nominee-told' : 'notices.members-told',
      committee: submission.committee,
      subject: { kind: submissionSubject, id: submission.id },
      nominee: person,
      facts: { way: via, on: toldOn },
    })),
  );
}

async function note(act: Act, submission: Result['submission'], what: 'telling-undone'): Promise<void> {
  await record(act.store, act, {
    kind: `notices.${what}`,
    committee: submission.committee,
    subject: { kind: submissionSubject, id: submission.id },
    facts: {},
  });
}
