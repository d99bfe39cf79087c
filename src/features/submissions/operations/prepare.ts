/** Preparing a parcel, and putting outside papers into it. */
import { hashOf } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CollectionId, CommitteeId, NomineeListId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate, type PlainDate } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { maySeeCase } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { type DeadlineRefusal, previewDeadline } from '../../deadlines/operations/set.ts';
import type { StatedDate } from '../../deadlines/types/dates.ts';
import { stillListed } from '../../nominations/operations/settle.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { holdPlan } from '../../plans/operations/look.ts';
import { listsOf, seeList } from '../../reviews/operations/lists.ts';
import type { NomineeList } from '../../reviews/types/nouns.ts';
import { accountOfPerson } from '../../workspaces/operations/accounts.ts';
import { nameMax, textMax } from '../rules/parcel.ts';
import { outdateDrafts as outdate } from '../store/below.ts';
import { insertSubmission, type NewContent, setPapers } from '../store/change.ts';
import type { NewSeat, SubmissionId } from '../types.ts';
import { type SubmissionSight, seeSubmission } from './look.ts';
import { type ManageRefusal, managing, note } from './manage.ts';
import { type Parcel, parcelOf } from './parcel.ts';

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

export interface Address {
  readonly committee: CommitteeId;
  /** As it is addressed. */
  readonly authority: string;
  /** Who answers for it in the chat; null: by link or on paper. */
  readonly answerer: PersonId | null;
  readonly letter: string | null;
  readonly stated: StatedDate | null;
}

export type AddressRefusal =
  | AccessRefusal
  | DeadlineRefusal
  | 'authority-missing'
  | 'submission-too-long'
  | 'answerer-not-reachable';

/**
 * Puts a frozen list into a new parcel; nothing leaves. Everybody on it who is not withdrawn and not decided yet has a
 * seat, also those whose case is closed to whoever prepares it. Refusals: access (submission.manage), list-unknown,
 * list-decided {number}: nobody on it waits for a decision; authority-missing,
 * submission-too-long {max}, date-past, date-unreadable, answerer-not-reachable.
 */
export async function prepareSubmission(
  act: Act,
  input: Address & { readonly list: NomineeListId },
): Promise<Outcome<SubmissionId, AddressRefusal | 'list-unknown' | 'list-decided'>> {
  return addressed<AddressRefusal | 'list-unknown' | 'list-decided'>(act, input, async (here, viewer) => {
    const seen = await seeList(here, input.list);
    if (!seen.ok || seen.value.committee !== input.committee) return refused('list-unknown');
    const whole = await seeList({ ...here, member: null, person: null }, input.list);
    if (!whole.ok) return refused('list-unknown');
    const { plan, entries } = whole.value;
    const listed = await stillListed(here, { committee: input.committee, plan });
    const open = entries.filter(({ isWithdrawn, nomination }) => !isWithdrawn && listed.has(nomination));
    // Whoever sees nobody of them finds a list on which everybody is decided.
    const isEmpty = !open.some(({ person }) => maySeeCase(viewer, person));
    if (isEmpty) return refused('list-decided', { number: whole.value.number }, 'list');
    await holdPlan(here, viewer, plan);
    return done({
      content: { kind: 'list', plan, list: input.list },
      seats: open.map(({ nomination, person, position, positionTitle, shown }) => ({
        ...{ nomination, person, namesakes: [], position, positionTitle, origins: [] },
        shown: shown && {
          fullName: shown.fullName,
          post: shown.partyPost ?? shown.statePost,
          unit: shown.unit,
        },
      })),
    });
  });
}

/**
 * What units handed in, as one new parcel; nothing leaves. The caller has gathered it: complete, every entry of every unit
 * once. Refusals: those of prepareSubmission.
 */
export async function prepareMerged(
  act: Act,
  input: Address & { readonly collection: CollectionId; readonly seats: readonly NewSeat[] },
): Promise<Outcome<SubmissionId, AddressRefusal>> {
  const { collection, seats } = input;
  return addressed<AddressRefusal>(act, input, async () => done({ content: { kind: 'units', collection }, seats }));
}

/** A list of these units has changed: drafts that carry it are prepared again. The caller has authorised. */
export async function outdateDrafts(act: Act, collection: CollectionId): Promise<void> {
  await outdate(act.store, collection, act.now);
}

async function addressed<R extends string>(
  act: Act,
  input: Address,
  carry: (here: Act, viewer: Viewer) => Promise<Outcome<{ content: NewContent; seats: readonly NewSeat[] }, R>>,
): Promise<Outcome<SubmissionId, R | AddressRefusal>> {
  const authority = input.authority.normalize('NFC').trim();
  const letter = input.letter?.normalize('NFC').trim() || null;
  if (authority === '') return refused('authority-missing', {}, 'authority');
  if (authority.length > nameMax) return refused('submission-too-long', { max: nameMax }, 'authority');
  if ((letter?.length ?? 0) > nameMax) return refused('submission-too-long', { max: nameMax }, 'letter');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, input.committee, 'submission.manage');
    if (!viewer.ok) return viewer;
    const { committee, answerer, stated } = input;
    if (stated) {
      const due = await previewDeadline(here, { committee, stated });
      if (!due.ok) return due;
    }
    if (answerer && !(await accountOfPerson(here, answerer))?.isActive) {
      return refused('answerer-not-reachable', {}, 'answerer');
    }
    const carried = await carry(here, viewer.value);
    if (!carried.ok) return carried;
    const { content, seats } = carried.value;
    const submission = { content, authority, answerer, letter, stated };
    const { id, number } = await insertSubmission(tx, viewer.value, submission, seats, act.now);
    const of = content.kind === 'list' ? { list: content.list } : { collection: content.collection };
    await note(here, { id, committee }, 'prepared', { number, ...of, to: hashOf(authority) });
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
    await setPapers(here.store, submission.id, [...submission.papers, { ...paper, title, number, dated: input.dated }]);
    await note(here, submission, 'paper-added', { title: hashOf(title) });
    return done();
  });
}

/** Names for the form's search: who may answer in the chat. */
export async function nameOfAnswerer(act: Act, committee: CommitteeId, person: PersonId): Promise<string> {
  const [found] = await peopleByIds(act, committee, [person]);
  return found?.fullName ?? '';
}
