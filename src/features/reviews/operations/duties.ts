/** What the deadlines, Home and "my duties" ask about rounds. */
import { refresh } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { Bug } from '../../../kernel/errors.ts';
import type { ReviewRoundId } from '../../../kernel/ids.ts';
import { asId } from '../../../kernel/ids.ts';
import { done, refused } from '../../../kernel/outcome.ts';
import { eyesIn } from '../../access/operations.ts';
import { remindNewcomers } from '../../deadlines/operations/plan.ts';
import type { Duties } from '../../deadlines/types/duties.ts';
import { anonymousAmong } from '../store/anonymous.ts';
import * as rounds from '../store/rounds.ts';
import type { AnswerState, Round } from '../types/nouns.ts';
import { cardKinds } from './cards.ts';
import { closeRound } from './close.ts';
import { checkClosing, closeOf, closeSubject, closingOf } from './closing.ts';
import { ownStandings } from './own-standing.ts';
import { standIn } from './receipt.ts';
import { openWhole, stillSilent } from './silent.ts';
import { dueOf, duesOf } from './tell.ts';

/** Without the titles, which need words: interactions/duties.ts adds them for app.ts. */
export const duties: Duties = {
  subject: 'review-round',

  /**
   * In an anonymous round everybody on its roll, whether they have answered or not: reminders go to all alike, so that no
   * message, no reminder that was left out and no event tells who has answered.
   *
   * Else silent or not sent yet, still a member who may comment, and not recused from every nominee.
   */
  async owing(act, ids) {
    return stillSilent(act, await openWhole(act, ids));
  },

  async dutiesOf(act, viewers) {
    const open = await rounds.listRounds(act.store, viewers, { states: ['open'] });
    const standings = await ownStandings(act, viewers, open);
    return standings
      .filter(({ round, state }) => state === 'not-answered' || state === 'draft' || isShownToAll(round, state))
      .map(({ round, dueAt, closesAt, asked, state, receipt }) => ({
        kind: round.kind === 'anonymous' ? 'reviews.answer-sealed' : 'reviews.answer',
        committee: round.committee,
        subject: { kind: 'review-round', id: round.id },
        dueAt,
        facts: {
          ...{ plan: round.list.planTitle, classification: round.list.classification },
          ...{ count: asked, isDraft: state === 'draft', hasSent: state === 'sent' },
          closesAt,
          isSeen: receipt.seenAt !== null || receipt.passedTo !== null,
        },
      }))
      .sort((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0));
  },

  async standIn(act, subject, person, deputy) {
    await standIn(act, asId<ReviewRoundId>(subject.id), person, deputy);
  },

  async hidesWho(act, ids) {
    return anonymousAmong(act.store, ids);
  },

  async fits(act, subject, dueAt) {
    const closes = await closingOf(act, asId<ReviewRoundId>(subject.id));
    return closes === null || dueAt < closes ? done() : refused('asked-after-close', { closes }, 'date');
  },

  async moved(act, subject) {
    await refresh(act.store, act, { kind: cardKinds.invitation, ids: { round: subject.id } });
    // What is said of the closing date begins after this one.
    await remindNewcomers(act, closeOf(asId<ReviewRoundId>(subject.id)));
  },

  /** With a closing date still to come it stays open: whoever has not answered is asked with that date from now on. */
  async passed(act, subject) {
    const id = asId<ReviewRoundId>(subject.id);
    if ((await closingOf(act, id)) === null) return closeAtDate(act, id);
    await refresh(act.store, act, { kind: cardKinds.invitation, ids: { round: id } });
    await remindNewcomers(act, closeOf(id));
  },
};

/** The closing date of a round that has one besides. Its duty is the round's own, so that nobody reads it twice in a list. */
export const closing: Duties = {
  subject: closeSubject,
  asksAfter: false,
  askedFor: (act, ids) => duesOf(act, roundsAmong(ids)),

  /** Nobody before the date asked for has come; then those who have not answered. */
  async owing(act, ids) {
    const dues = await duesOf(act, roundsAmong(ids));
    return duties.owing(
      act,
      ids.filter((id) => (dues.get(asId(id)) ?? act.now) <= act.now),
    );
  },

  async dutiesOf() {
    return [];
  },

  async dutyOf(act, viewer, subject) {
    const all = await duties.dutiesOf(act, [viewer]);
    return all.find((duty) => duty.subject.id === subject.id) ?? null;
  },

  async fits(act, subject, dueAt) {
    const order = checkClosing(await dueOf(act, asId<ReviewRoundId>(subject.id)), dueAt);
    return order.ok ? order : { ...order, field: 'date' };
  },

  async moved(act, subject) {
    await refresh(act.store, act, { kind: cardKinds.invitation, ids: { round: subject.id } });
  },

  passed: (act, subject) => closeAtDate(act, asId<ReviewRoundId>(subject.id)),
};

async function closeAtDate(act: Act, id: ReviewRoundId): Promise<void> {
  const closed = await closeRound(act, id);
  if (closed.ok || closed.reason === 'review-closed' || closed.reason === 'review-cancelled') return;
  throw new Bug(`a review round could not be closed at its date: ${closed.reason}`);
}

/** A reminder of an anonymous round has the same line for everybody: a card with nothing to say would tell who has answered. */
function isShownToAll(round: Round, state: AnswerState | null): boolean {
  return round.kind === 'anonymous' && state === 'sent';
}

/** Those of these rounds of which the acting person may see somebody: another round has no name for them. */
export async function roundsNamed(act: Act, ids: readonly string[]): Promise<readonly Round[]> {
  const wanted = roundsAmong(ids);
  const eyes = await eyesIn(act, await rounds.committeesOfRounds(act.store, wanted));
  return rounds.listRounds(act.store, eyes, { ids: wanted, states: ['open', 'closed'] });
}

function roundsAmong(ids: readonly string[]): readonly ReviewRoundId[] {
  return ids.map((id) => asId<ReviewRoundId>(id));
}
