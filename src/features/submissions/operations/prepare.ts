/** Preparing a parcel, putting outside papers into it, sending it, and taking it back. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, refresh, send } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { type CommitteeId, type Id, type NomineeListId, newId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate, type PlainDate } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise, clockworkViewer } from '../../access/operations.ts';
import { cancelDeadline, type DeadlineRefusal, previewDeadline, setDeadline } from '../../deadlines/operations/set.ts';
import type { StatedDate } from '../../deadlines/types/dates.ts';
import { stillListed } from '../../nominations/operations/settle.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { holdPlan } from '../../plans/operations/look.ts';
import { listsOf, seeList } from '../../reviews/operations/lists.ts';
import type { NomineeList } from '../../reviews/types/nouns.ts';
import { accountOfPerson } from '../../workspaces/operations/accounts.ts';
import { holdsSending, nameMax, textMax } from '../rules.ts';
import * as store from '../store.ts';
import { type Submission, type SubmissionId, submissionSubject } from '../types.ts';
import { type SubmissionSight, seeSubmission } from './look.ts';
import { type Parcel, parcelOf } from './parcel.ts';

const holdMs = 60_000;

export type ManageRefusal = AccessRefusal | 'submission-unknown' | 'submission-not-draft' | 'submission-not-sent';

/** The lists that can be handed upward: the newest frozen one of each plan. Refusals: access (submission.manage). */
export async function listsToSubmit(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<readonly NomineeList[], AccessRefusal>> {
  const viewer = await authorise(act, committee, 'submission.manage');
  if (!viewer.ok) return viewer;
  const lists = await listsOf(act, committee);
  if (!lists.ok) return lists;
  return done(
    lists.value.filter((one) => !lists.value.some((two) => two.plan === one.plan && two.number > one.number)),
  );
}

/**
 * Puts a frozen list into a new parcel; nothing leaves. Everybody on it who is not withdrawn and not decided yet has a
 * seat, also those whose case is closed to whoever prepares it. Refusals: access (submission.manage), list-unknown,
 * list-decided {number}: nobody on it waits for a decision; authority-missing,
 * submission-too-long {max}, date-past, date-unreadable, answerer-not-reachable.
 */
export async function prepareSubmission(
  act: Act,
  input: {
    readonly committee: CommitteeId;
    readonly list: NomineeListId;
    readonly authority: string;
    readonly answerer: PersonId | null;
    readonly letter: string | null;
    readonly stated: StatedDate | null;
  },
): Promise<
  Outcome<
    SubmissionId,
    | AccessRefusal
    | DeadlineRefusal
    | 'list-unknown'
    | 'list-decided'
    | 'authority-missing'
    | 'submission-too-long'
    | 'answerer-not-reachable'
  >
> {
  const authority = input.authority.normalize('NFC').trim();
  const letter = input.letter?.normalize('NFC').trim() || null;
  if (authority === '') return refused('authority-missing', {}, 'authority');
  if (authority.length > nameMax) return refused('submission-too-long', { max: nameMax }, 'authority');
  if ((letter?.length ?? 0) > nameMax) return refused('submission-too-long', { max: nameMax }, 'letter');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, input.committee, 'submission.manage');
    if (!viewer.ok) return viewer;
    const seen = await seeList(here, input.list);
    if (!seen.ok || seen.value.committee !== input.committee) return refused('list-unknown');
    if (input.stated) {
      const due = await previewDeadline(here, { committee: input.committee, stated: input.stated });
      if (!due.ok) return due;
    }
    if (input.answerer && !(await accountOfPerson(here, input.answerer))?.isActive) {
      return refused('answerer-not-reachable', {}, 'answerer');
    }
    const clockwork = { ...here, member: null, person: null };
    const whole = await seeList(clockwork, input.list);
    if (!whole.ok) return refused('list-unknown');
    const { plan, entries } = whole.value;
    const listed = await stillListed(here, { committee: input.committee, plan });
    const open = entries.filter(({ isWithdrawn, nomination }) => !isWithdrawn && listed.has(nomination));
    if (open.length === 0) return refused('list-decided', { number: whole.value.number }, 'list');
    await holdPlan(here, viewer.value, plan);
    const { answerer, stated } = input;
    const { id, number } = await store.insertSubmission(
      tx,
      viewer.value,
      { plan, list: input.list, authority, answerer, letter, stated },
      open.map(({ nomination, person, position, positionTitle, shown }) => ({
        ...{ nomination, person, position, positionTitle },
        shown: shown && {
          fullName: shown.fullName,
          post: shown.partyPost ?? shown.statePost,
          unit: shown.unit,
        },
      })),
      act.now,
    );
    await note(here, { id, committee: input.committee }, 'prepared', {
      number,
      list: input.list,
      to: hashOf(authority),
    });
    return done(id);
  });
}

/** A draft with what lies in it and what it lacks. Refusals: submission-unknown, and access. */
export async function seeParcel(
  act: Act,
  id: SubmissionId,
): Promise<Outcome<SubmissionSight & { readonly parcel: Parcel }, ManageRefusal>> {
  const seen = await seeSubmission(act, id);
  if (!seen.ok) return seen;
  const { submission, viewer } = seen.value;
  const parcel =
    submission.state === 'draft' ? await parcelOf(act, viewer, submission) : { missing: [], papers: submission.papers };
  return done({ ...seen.value, parcel });
}

/** A paper from outside: what it is, its number and date. Refusals: paper-title-missing, submission-too-long, decision-date-unreadable. */
export async function addPaper(
  act: Act,
  input: {
    readonly submission: SubmissionId;
    readonly title: string;
    readonly number: string | null;
    readonly dated: PlainDate | null;
  },
): Promise<Outcome<void, ManageRefusal | 'paper-title-missing' | 'submission-too-long' | 'decision-date-unreadable'>> {
  const title = input.title.normalize('NFC').trim();
  const number = input.number?.normalize('NFC').trim() || null;
  if (title === '') return refused('paper-title-missing', {}, 'title');
  if (title.length > textMax) return refused('submission-too-long', { max: textMax }, 'title');
  if ((number?.length ?? 0) > nameMax) return refused('submission-too-long', { max: nameMax }, 'number');
  if (input.dated !== null && !isPlainDate(input.dated)) return refused('decision-date-unreadable', {}, 'dated');
  return managing(act, input.submission, 'draft', async (here, { submission }) => {
    const paper = { kind: 'other' as const, source: null, version: null, sha256: null };
    await store.setPapers(here.store, submission.id, [
      ...submission.papers,
      { ...paper, title, number, dated: input.dated },
    ]);
    await note(here, submission, 'paper-added', { title: hashOf(title) });
    return done();
  });
}

export interface SubmissionSent {
  readonly submission: Submission;
  readonly batch: string;
  readonly heldUntil: Date;
}

/**
 * Sends the parcel: what lies in it is kept with its hashes, and after a minute whoever answers in the chat gets it.
 * Refusals: submission-incomplete {missing}: its words are in the view; plan-submitted {number}: another parcel of the
 * plan is with the authority; submission-not-draft; and those of the date.
 */
export async function sendSubmission(
  act: Act,
  id: SubmissionId,
): Promise<Outcome<SubmissionSent, ManageRefusal | DeadlineRefusal | 'submission-incomplete' | 'plan-submitted'>> {
  return managing(act, id, 'draft', async (here, { submission, viewer }) => {
    const plan = await holdPlan(here, viewer, submission.plan);
    if (!plan) return refused('submission-unknown');
    const parcel = await parcelOf(here, viewer, submission);
    const holding = parcel.missing.filter(holdsSending);
    if (holding.length > 0) return refused('submission-incomplete', { missing: holding.map(({ kind }) => kind) });
    const eyes = clockworkViewer({ ...here, member: null, person: null }, submission.committee);
    const [other] = await store.listSubmissions(here.store, eyes, { plan: submission.plan, states: ['sent'] });
    if (other) return refused('plan-submitted', { number: other.number });
    await dropWithdrawn(here, submission);
    await store.setPapers(here.store, id, parcel.papers);
    const [batch, heldUntil] = [newId<Id<'batch'>>() as string, new Date(act.now.getTime() + holdMs)];
    await store.changeSubmission(here.store, id, { state: 'sent', sentAt: act.now, batchId: batch, heldUntil });
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
        ...{ key: `submissions.asked:${batch}`, nominees: submission.seats.map(({ person }) => person) },
      });
    }
    await note(here, submission, 'sent', { papers: parcel.papers.length });
    return done({ submission, batch, heldUntil });
  });
}

/**
 * Names that the sender sees were asked for above. One that was withdrawn while its case is closed to the sender leaves the
 * parcel without a word: neither a refusal nor a count may tell of it.
 */
async function dropWithdrawn(act: Act, submission: Submission): Promise<void> {
  const eyes = clockworkViewer({ ...act, member: null, person: null }, submission.committee);
  const [whole] = await store.listSubmissions(act.store, eyes, { ids: [submission.id] });
  const listed = await stillListed(act, submission);
  const gone = (whole?.seats ?? []).filter(({ nomination }) => !listed.has(nomination));
  await store.deleteSeats(
    act.store,
    submission.id,
    gone.map(({ id }) => id),
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
    await store.changeSubmission(here.store, id, { state: 'draft', sentAt: null, batchId: null, heldUntil: null });
    await cancelDeadline(here, { kind: submissionSubject, id });
    await note(here, submission, 'sending-undone', {});
    return done();
  });
}

/** Taken back before the authority has decided, or a draft put away. */
export async function withdrawSubmission(act: Act, id: SubmissionId): Promise<Outcome<Submission, ManageRefusal>> {
  return managing(act, id, ['draft', 'sent'], async (here, { submission }) => {
    await store.changeSubmission(here.store, id, { state: 'withdrawn' });
    await cancelDeadline(here, { kind: submissionSubject, id });
    await refresh(here.store, here, { kind: 'submissions.asked', ids: { submission: id } });
    await note(here, submission, 'withdrawn', {});
    return done(submission);
  });
}

/** Names for the form's search: who may answer in the chat. */
export async function nameOfAnswerer(act: Act, committee: CommitteeId, person: PersonId): Promise<string> {
  const [found] = await peopleByIds(act, committee, [person]);
  return found?.fullName ?? '';
}

/** For whoever manages submissions; of two at once the second waits, and looks again. */
export async function managing<T, R extends string>(
  act: Act,
  id: SubmissionId,
  states: Submission['state'] | readonly Submission['state'][],
  work: (here: Act, seen: SubmissionSight) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R | ManageRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdSubmission(tx, id);
    const seen = await seeSubmission(here, id);
    if (!seen.ok) return seen;
    const viewer = await authorise(here, seen.value.submission.committee, 'submission.manage');
    if (!viewer.ok) return viewer;
    const { state } = seen.value.submission;
    if (![states].flat().includes(state)) {
      return refused(states === 'draft' ? 'submission-not-draft' : 'submission-not-sent');
    }
    return work(here, seen.value);
  });
}

/** Of everybody in the parcel: a recused person does not find the event. */
export async function note(
  act: Act,
  submission: Pick<Submission, 'id' | 'committee'>,
  what: string,
  facts: Parameters<typeof record>[2]['facts'],
  nominee: PersonId | null = null,
): Promise<void> {
  await record(act.store, act, {
    kind: `submissions.${what}`,
    committee: submission.committee,
    subject: { kind: submissionSubject, id: submission.id },
    facts,
    ...(nominee ? { nominee } : {}),
  });
}
