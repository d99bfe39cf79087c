/** A parcel is sent, taken back within its minute, or withdrawn. */
import { cancelBatch, refresh, send } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { type Id, newId, type PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { clockworkViewer } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { cancelDeadline, type DeadlineRefusal, setDeadline } from '../../deadlines/operations/set.ts';
import { stillListed } from '../../nominations/operations/settle.ts';
import { holdPlan } from '../../plans/operations/look.ts';
import { casesOf, holdsSending } from '../rules/parcel.ts';
import { isRest } from '../rules/rest.ts';
import * as change from '../store/change.ts';
import { listSubmissions } from '../store/look.ts';
import { type Submission, type SubmissionId, submissionSubject } from '../types.ts';
import { passOn, takeBackFromUnits } from './below.ts';
import { type ManageRefusal, managing, note, notPassedOn, type PassedOn } from './manage.ts';
import { parcelOf, unitPapers } from './parcel.ts';

const holdMs = 60_000;

export interface SubmissionSent {
  readonly submission: Submission;
  readonly batch: string;
  readonly heldUntil: Date;
}

/**
 * Sends the parcel: what lies in it is kept with its hashes, and after a minute whoever answers in the chat gets it.
 * Refusals: submission-incomplete {missing}: its words are in the view; plan-submitted {number}: another parcel of the
 * plan is with the authority; units-submitted {number}: these lists went up before; submission-not-draft; and those of the date.
 */
export async function sendSubmission(
  act: Act,
  id: SubmissionId,
): Promise<
  Outcome<
    SubmissionSent,
    ManageRefusal | DeadlineRefusal | 'submission-incomplete' | 'plan-submitted' | 'units-submitted'
  >
> {
  return managing(act, id, 'draft', async (here, { submission, viewer }) => {
    const parcel = await parcelOf(here, viewer, submission);
    const holding = parcel.missing.filter(holdsSending);
    if (holding.length > 0) return refused('submission-incomplete', { missing: holding.map(({ kind }) => kind) });
    const free = await isFree(here, submission);
    if (!free.ok) return free;
    const [whole] = await listSubmissions(here.store, everybody(here, submission), { ids: [id] });
    if (!whole) return refused('submission-unknown');
    if (submission.content.kind === 'list') await dropWithdrawn(here, whole, submission.content.plan);
    else await passOn(here, whole);
    // Of units' lists all are hashed, also a name whose case is closed to the sender.
    const papers = whole.content.kind === 'units' ? unitPapers(whole) : parcel.papers;
    await change.setPapers(here.store, id, papers);
    const [batch, heldUntil] = [newId<Id<'batch'>>() as string, new Date(act.now.getTime() + holdMs)];
    await change.changeSubmission(here.store, id, { state: 'sent', sentAt: act.now, batchId: batch, heldUntil });
    if (submission.stated) {
      const { committee, stated } = submission;
      const due = { committee, subject: { kind: submissionSubject, id }, ladder: 'date' as const, stated };
      const set = await setDeadline(here, due);
      if (!set.ok) return set;
    }
    if (submission.answerer) {
      await send(here.store, here, {
        ...{ kind: 'submissions.asked', ids: { submission: id }, to: { person: submission.answerer } },
        ...{ committee: submission.committee, batch, holdUntil: heldUntil, mayRepeat: true },
        ...{ key: `submissions.asked:${batch}`, nominees: casesOf(whole.seats) },
      });
    }
    await note(here, submission, 'sent', { papers: parcel.papers.length });
    return done({ submission, batch, heldUntil });
  });
}

function everybody(act: Act, { committee }: Pick<Submission, 'committee'>): Viewer {
  return clockworkViewer({ ...act, member: null, person: null }, committee);
}

/** A plan lies before the authority once, with the plan held; what units handed in for a round goes up once. */
async function isFree(
  here: Act,
  submission: Submission,
): Promise<Outcome<void, 'submission-unknown' | 'plan-submitted' | 'units-submitted'>> {
  const { content } = submission;
  const eyes = everybody(here, submission);
  if (content.kind === 'units') {
    const which = { collections: [content.collection], states: ['sent', 'settled'] } as const;
    const [other] = await listSubmissions(here.store, eyes, which);
    return other ? refused('units-submitted', { number: other.number }) : done();
  }
  if (!(await holdPlan(here, eyes, content.plan))) return refused('submission-unknown');
  const sent = await listSubmissions(here.store, eyes, { plan: content.plan, states: ['sent'] });
  const other = sent.find((one) => !isRest(one));
  return other ? refused('plan-submitted', { number: other.number }) : done();
}

/**
 * Names that the sender sees were asked for above. One that was withdrawn while its case is closed to the sender leaves the
 * parcel without a word: neither a refusal nor a count may tell of it.
 */
async function dropWithdrawn(act: Act, { id, committee, seats }: Submission, plan: PlanId): Promise<void> {
  const listed = await stillListed(act, { committee, plan });
  const gone = seats.filter(({ nomination }) => nomination !== null && !listed.has(nomination));
  await change.deleteSeats(
    act.store,
    id,
    gone.map((seat) => seat.id),
  );
}

/** Within its minute: a draft again. Refuses undo-too-late {seconds}. */
export async function undoSending(act: Act, id: SubmissionId): Promise<Outcome<void, ManageRefusal | 'undo-too-late'>> {
  return managing(act, id, 'sent', async (here, { submission }) => {
    const { held, answerer } = submission;
    const isHeld = held !== null && held.until > act.now;
    const isStopped =
      isHeld && (answerer === null || (await cancelBatch(here.store, here, held.batch, { submission: id })));
    if (!isStopped) return refused('undo-too-late', { seconds: holdMs / 1000 });
    await change.changeSubmission(here.store, id, { state: 'draft', sentAt: null, batchId: null, heldUntil: null });
    await cancelDeadline(here, { kind: submissionSubject, id });
    await takeBackFromUnits(here, submission);
    await note(here, submission, 'sending-undone', {});
    return done();
  });
}

/** Taken back before the authority has decided, or a draft put away. Refuses submission-decided: some names are. */
export async function withdrawSubmission(
  act: Act,
  id: SubmissionId,
): Promise<Outcome<Submission, ManageRefusal | PassedOn | 'submission-decided'>> {
  return managing(act, id, ['draft', 'sent'], async (here, { submission }) => {
    const isHere = notPassedOn(submission);
    if (!isHere.ok) return isHere;
    if (isRest(submission)) return refused('submission-decided');
    await change.changeSubmission(here.store, id, { state: 'withdrawn' });
    await cancelDeadline(here, { kind: submissionSubject, id });
    await refresh(here.store, here, { kind: 'submissions.asked', ids: { submission: id } });
    await takeBackFromUnits(here, submission);
    await note(here, submission, 'withdrawn', {});
    return done(submission);
  });
}
