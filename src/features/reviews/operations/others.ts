/** Reading what the other reviewers wrote in a named round, and how much of it is new. */
import type { Act } from '../../../kernel/act.ts';
import type { ReviewRoundId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { isRecused } from '../rules/asked.ts';
import { othersOf } from '../rules/others.ts';
import { maySeeNames, othersClosedBecause } from '../rules/visibility.ts';
import * as answers from '../store/answers.ts';
import * as looks from '../store/looks.ts';
import * as rounds from '../store/rounds.ts';
import type { Answer } from '../types/nouns.ts';
import type { Others, Overview } from '../types/seen.ts';
import { ofRound, shownTo } from './reading.ts';
import { everythingOf } from './seat.ts';

export type OthersRefusal =
  | AccessRefusal
  | 'review-unknown'
  | 'review-not-yet'
  | 'not-a-reviewer'
  | 'review-is-anonymous'
  | 'review-others-never'
  | 'review-others-after-mine'
  | 'review-others-after-close';

/**
 * The comments of the others that the acting person may see, with what is new since they last looked; that they look is
 * kept if anything was new. Refusals: access (review.comment), review-unknown, review-not-yet {from}, not-a-reviewer
 * {openedAt}, and of the round's setting: review-others-never, review-others-after-mine, review-others-after-close.
 */
export async function seeOthers(act: Act, id: ReviewRoundId): Promise<Outcome<Others, OthersRefusal>> {
  const committee = await rounds.committeeOfRound(act.store, id);
  if (!committee || !act.person) return refused('review-unknown');
  const viewer = await authorise(act, committee, 'review.comment');
  if (!viewer.ok) return viewer;
  const round = await rounds.findRound(act.store, viewer.value, id);
  if (!round || (round.state !== 'open' && round.state !== 'closed')) return refused('review-unknown');
  if (round.kind === 'anonymous') return refused('review-is-anonymous');
  if (round.heldUntil && act.now < round.heldUntil) return refused('review-not-yet', { from: round.heldUntil });
  const participants = await rounds.participantsOf(act.store, id);
  if (!participants.some(({ person }) => person === act.person)) {
    return refused('not-a-reviewer', { openedAt: round.openedAt });
  }
  const standing = await answers.standingAnswers(act.store, everythingOf(act, round), id);
  const sent = standing.find(({ person }) => person === act.person) ?? null;
  const because = othersClosedBecause(ofRound(round), sent !== null);
  if (because) return refused(`review-others-${because}`);
  const lookedAt = await looks.lastLook(act.store, id, act.person);
  const nominees = othersOf({
    entries: round.list.entries,
    reader: act.person,
    answers: participants.flatMap(({ person }): readonly Answer[] => standing.filter((one) => one.person === person)),
    recusals: await rounds.recusalsAt(act.store, committee, round.closedAt ?? act.now),
    names: maySeeNames(ofRound(round)) ? new Map(participants.map((one) => [one.person, one.fullName])) : null,
    lookedAt,
    openSince: (entry) => {
      if (round.visibility.others === 'after-close') return round.closedAt;
      const own = sent?.lines.find((line) => line.entry === entry.id) ?? null;
      return round.visibility.others === 'after-mine' && own ? own.saidAt : null;
    },
    isShown: shownTo(viewer.value, { round, participants, sent }),
  });
  const hasNews = nominees.some(({ comments }) => comments.some(({ isNew }) => isNew));
  if (hasNews) await looks.putLook(act.store, id, act.person, act.now);
  return done({ round, nominees });
}

/** The same overviews with how many comments are new to the reader: two statements for any number of rounds. */
export async function withNews(act: Act, viewer: Viewer, overviews: readonly Overview[]): Promise<readonly Overview[]> {
  const open = overviews.filter(({ mayReadOthers }) => mayReadOthers);
  if (open.length === 0) return overviews;
  const said = await looks.saidSinceLook(
    act.store,
    viewer,
    open.map(({ round }) => round.id),
  );
  const recusals = said.length > 0 ? await rounds.recusalsAt(act.store, viewer.committee, act.now) : [];
  return overviews.map((overview) => {
    if (!open.includes(overview) || viewer.person === null) return overview;
    const { round, answer } = overview;
    const isShown = shownTo(viewer, { round, participants: [{ person: viewer.person }], sent: answer });
    const news = said.filter(
      (one) =>
        one.round === round.id &&
        isShown(one, { id: one.entry, person: one.nominee }) &&
        !isRecused({ person: one.nominee }, one.author, recusals),
    );
    return { ...overview, news: news.length };
  });
}
