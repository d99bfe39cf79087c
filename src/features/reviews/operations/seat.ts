/** Whose answer is written, by whom, about which nominees: every act on an answer begins here. */
import type { Act } from '../../../kernel/act.ts';
import type { PersonId, ReviewRoundId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, clockworkViewer, viewerFor } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { askedAbout, inListOrder } from '../rules/asked.ts';
import { deputyMayComment } from '../rules/rule-set.ts';
import { openEntries } from '../rules/visibility.ts';
import * as answers from '../store/answers.ts';
import * as drafts from '../store/drafts.ts';
import * as receipts from '../store/receipts.ts';
import * as rounds from '../store/rounds.ts';
import type { Answer, Draft, DraftLine, Line, ListEntryId, Round, Seat } from '../types/nouns.ts';
import type { OpenSeat } from '../types/seen.ts';
import { shownTo } from './reading.ts';

export type SeatRefusal =
  | AccessRefusal
  | 'review-unknown'
  | 'review-not-yet'
  | 'review-paused'
  | 'review-closed'
  | 'review-cancelled'
  | 'review-is-anonymous'
  | 'not-a-reviewer'
  | 'answered-already';

/** `person` null, or the acting person: for themselves; somebody else: entered for them. */
export interface WhoseAnswer {
  readonly round: ReviewRoundId;
  readonly person: PersonId | null;
}

/**
 * `act` is inside the transaction when something will be written: the round then cannot be closed, and nobody else can
 * sit down in this seat, until it ends. Refusals: access; review-unknown (also when every case on the list is closed to
 * the person), review-not-yet {from}, review-closed {closedAt}, review-cancelled, not-a-reviewer, and for the committee
 * secretary answered-already {sentAt}: what a person sent themselves is theirs to change until the close. In an anonymous round there is no answer to
 * sit down to (review-is-anonymous), only a recusal.
 */
export async function takeSeat(
  act: Act,
  whose: WhoseAnswer,
  purpose: 'answer' | 'recusal' = 'answer',
): Promise<Outcome<OpenSeat, SeatRefusal>> {
  const committee = await rounds.committeeOfRound(act.store, whose.round);
  if (!committee) return refused('review-unknown');
  const person = whose.person ?? act.person;
  const isOwn = person === act.person;
  const as = isOwn ? 'self' : await inWhoseName(act, whose.round, person);
  const viewer = await authorise(act, committee, as === 'clerk' ? 'review.record' : 'review.comment');
  if (!viewer.ok) return viewer;
  await rounds.shareRound(act.store, whose.round);
  const isAsked = person !== null && (await answers.holdSeat(act.store, whose.round, person));
  const round = await rounds.findRound(act.store, viewer.value, whose.round);
  if (!round || round.state === 'prepared') return refused('review-unknown');
  if (round.kind === 'anonymous' && purpose === 'answer') return refused('review-is-anonymous');
  if (!person || !act.person || !isAsked) return refused('not-a-reviewer', { openedAt: round.openedAt });
  const seat: Seat = { round: round.id, person, author: act.person };
  const standing = await answers.standingAnswer(act.store, viewer.value, round.id, person);
  const allowed = maySit(act, round, as, standing);
  if (!allowed.ok) return allowed;
  const { hiddenNominees } = isOwn ? viewer.value : await viewerFor(act, committee, person);
  const asked = askedAbout(
    round.list.entries,
    person,
    hiddenNominees.map((nominee) => ({ person, nominee })),
  );
  const draft = await drafts.findDraft(act.store, viewer.value, seat);
  const closed = closedToAuthor(viewer.value, round, seat, standing);
  return done({
    viewer: viewer.value,
    round,
    seat,
    // A deputy who is the nominee has no more to say there than the nominee.
    asked: openEntries(asked, closed).filter((entry) => as !== 'deputy' || entry.person !== act.person),
    standing: ordered(
      standing && { ...standing, lines: standing.lines.filter(({ entry }) => !closed.has(entry)) },
      round,
    ),
    draft: ordered(draft, round),
    isCorrection: round.state === 'closed',
    as,
    maySend: as !== 'deputy' || deputyMayComment(round.list),
  });
}

/** Somebody to whom the member has passed the list is their deputy; anybody else enters it as the committee secretary. */
async function inWhoseName(act: Act, round: ReviewRoundId, person: PersonId | null): Promise<'clerk' | 'deputy'> {
  const receipt = person ? await receipts.receiptOf(act.store, round, person) : null;
  return receipt?.passedTo && receipt.passedTo === act.person ? 'deputy' : 'clerk';
}

/** Lines for the chair only that whoever enters the answer may not see: they are carried over, unseen. */
function closedToAuthor(viewer: Viewer, round: Round, seat: Seat, standing: Answer | null): ReadonlySet<ListEntryId> {
  // Whoever entered the words knows them.
  if (seat.author === seat.person || standing?.recordedBy === seat.author) return new Set();
  const isShown = shownTo(viewer, { round, participants: [], sent: null });
  const lines = (standing?.lines ?? []).filter(({ chairOnly, entry: id }) => {
    const entry = round.list.entries.find((candidate) => candidate.id === id);
    return chairOnly && entry && !isShown({ author: seat.person, chairOnly }, entry);
  });
  return new Set(lines.map(({ entry }) => entry));
}

export function ordered<Of extends Pick<Answer, 'lines'> | Pick<Draft, 'lines'>>(
  of: Of | null,
  round: Round,
): Of | null {
  return of && { ...of, lines: inListOrder<Line | DraftLine>(of.lines, round.list.entries) };
}

/** Everything of the answer that stands, also what the author may not see: to be carried over, never shown. */
export async function wholeStanding(act: Act, { round, seat }: OpenSeat): Promise<Answer | null> {
  const everything = everythingOf(act, round);
  return answers.standingAnswer(act.store, everything, round.id, seat.person);
}

/** The clockwork's eyes inside a person's act: for counts and for storing. */
export function everythingOf(act: Act, round: Pick<Round, 'committee'>): Viewer {
  return clockworkViewer({ ...act, member: null, person: null }, round.committee);
}

function maySit(act: Act, round: Round, as: OpenSeat['as'], standing: Answer | null): Outcome<void, SeatRefusal> {
  if (round.state === 'cancelled') return refused('review-cancelled');
  if (round.heldUntil && act.now < round.heldUntil) return refused('review-not-yet', { from: round.heldUntil });
  if (round.pausedUntil && act.now < round.pausedUntil) return refused('review-paused', { from: round.pausedUntil });
  // Corrections after the close are the committee secretary's to enter.
  if (as !== 'clerk' && round.state === 'closed') return refused('review-closed', { closedAt: round.closedAt });
  if (as === 'self') return done();
  const isTheirOwn = standing !== null && standing.recordedBy === null;
  return round.state === 'open' && isTheirOwn ? refused('answered-already', { sentAt: standing.sentAt }) : done();
}
