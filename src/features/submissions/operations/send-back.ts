/** A returned name goes back to the committee, to a step of the plan where it has steps, and comes up again in another parcel. */
import { refresh } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type NumberedStep, sendBackToStep, stepsToSendBackTo } from '../../procedures/operations/send-back.ts';
import * as change from '../store/change.ts';
import type { Seat, SeatId, Submission, SubmissionId } from '../types.ts';
import { passBackUp } from './below.ts';
import { type ManageRefusal, managing, note } from './manage.ts';

type AtSeat = { readonly submission: SubmissionId; readonly seat: SeatId };

export interface SendBackParts {
  readonly submission: Submission;
  readonly seat: Seat;
  /** None: the plan has no steps, and the name goes back to the committee as a whole. */
  readonly steps: readonly NumberedStep[];
}

/** What the form offers. Refusals: seat-not-returned, submission-not-sent, access. */
export async function sendBackForm(
  act: Act,
  at: AtSeat,
): Promise<Outcome<SendBackParts, ManageRefusal | 'seat-not-returned'>> {
  return managing(act, at.submission, 'sent', async (here, { submission }) => {
    const seat = submission.seats.find(({ id }) => id === at.seat);
    if (seat?.answer !== 'returned' || seat.sentBack) return refused('seat-not-returned');
    return done({ submission, seat, steps: await stepsOf(here, submission) });
  });
}

/**
 * The parcel can be decided without the name, which stays on the list. From the step on everything is held for them
 * again; a later parcel takes them up. `step`: its number; null only where the plan has none. Refusals:
 * procedure-step-no-vote, seat-not-returned, submission-not-sent, access.
 */
export async function sendSeatBack(
  act: Act,
  input: AtSeat & { readonly step: number | null },
): Promise<Outcome<Seat, ManageRefusal | 'seat-not-returned' | 'procedure-step-no-vote'>> {
  return managing(act, input.submission, 'sent', async (here, { submission }) => {
    const seat = submission.seats.find(({ id }) => id === input.seat);
    const steps = await stepsOf(here, submission);
    if (input.step === null && steps.length > 0) return refused('procedure-step-no-vote', {}, 'step');
    const sentBack = { at: here.now, step: input.step };
    if (!seat || !(await change.sendSeatBack(here.store, submission.id, input.seat, sentBack))) {
      return refused('seat-not-returned');
    }
    const { committee, content, number, passedIn } = submission;
    const { person, position } = seat;
    if (input.step !== null && content.kind === 'list' && person && position) {
      const to = { committee, plan: content.plan, person, position, step: input.step, submission: number };
      const back = await sendBackToStep(here, to);
      if (!back.ok) return back;
    }
    await note(here, submission, 'seat-sent-back', { step: input.step }, [seat]);
    await refresh(here.store, here, { kind: 'submissions.asked', ids: { submission: submission.id } });
    if (passedIn?.state === 'sent') await passBackUp(here, passedIn.id, seat.id);
    return done({ ...seat, sentBack });
  });
}

/** Units' names go back to their units, whose steps they know. */
async function stepsOf(act: Act, { committee, content }: Submission): Promise<readonly NumberedStep[]> {
  return content.kind === 'list' ? stepsToSendBackTo(act, { committee, plan: content.plan }) : [];
}
