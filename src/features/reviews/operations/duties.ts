/** What the deadlines, Home and "my duties" ask about rounds. */
import { Bug } from '../../../kernel/errors.ts';
import type { ReviewRoundId } from '../../../kernel/ids.ts';
import { asId } from '../../../kernel/ids.ts';
import type { Duties } from '../../deadlines/types.ts';
import * as rounds from '../store/rounds.ts';
import { closeRound } from './close.ts';
import { overviewsOf, statesOf, wholeRound } from './look.ts';
import { everythingOf } from './seat.ts';
import { membersWith } from './tell.ts';

export const duties: Duties = {
  subject: 'review-round',

  /** Silent or not sent yet, still a member who may comment, and not recused from every nominee. */
  async owing(act, subject) {
    const round = await wholeRound(act, asId<ReviewRoundId>(subject.id));
    if (round?.state !== 'open') return [];
    const members = new Set((await membersWith(act, round, 'review.comment')).map(({ person }) => person));
    const states = await statesOf(act, everythingOf(act, round), round);
    return states
      .filter(({ person, state }) => members.has(person) && (state === 'not-answered' || state === 'draft'))
      .map(({ person }) => person);
  },

  async dutiesOf(act, viewer) {
    const open = await rounds.listRounds(act.store, viewer, { states: ['open'] });
    const overviews = await overviewsOf(act, viewer, open);
    return overviews
      .filter(({ state }) => state === 'not-answered' || state === 'draft')
      .map(({ round, dueAt, asked, state }) => ({
        kind: 'reviews.answer',
        committee: round.committee,
        subject: { kind: 'review-round', id: round.id },
        dueAt,
        facts: { plan: round.list.planTitle, count: asked, isDraft: state === 'draft' },
      }))
      .sort((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0));
  },

  async passed(act, subject) {
    const closed = await closeRound(act, asId<ReviewRoundId>(subject.id));
    if (closed.ok || closed.reason === 'review-closed' || closed.reason === 'review-cancelled') return;
    throw new Bug(`a review round could not be closed at its date: ${closed.reason}`);
  },
};
