/** What somebody may see of a committee's rounds: the menu, one round, who has answered. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, ReviewRoundId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { boxStates, keysTaken } from '../../sealing/operations/look.ts';
import { answerState, askedAbout } from '../rules/asked.ts';
import { lateness } from '../rules/late.ts';
import { othersClosedBecause } from '../rules/visibility.ts';
import * as answers from '../store/answers.ts';
import * as drafts from '../store/drafts.ts';
import * as responses from '../store/responses.ts';
import * as rounds from '../store/rounds.ts';
import type { Preparing } from '../types/anonymous.ts';
import type { RecusedFrom, Round } from '../types/nouns.ts';
import type { Overview, OwnAnswer, Progress, ProgressRow } from '../types/seen.ts';
import { roundSubject } from './cards.ts';
import { closingOf } from './closing.ts';
import { ownPossible } from './conflicts.ts';
import { casesLedBy } from './lead.ts';
import { withNews } from './others.ts';
import { ownStandings } from './own-standing.ts';
import { ofRound } from './reading.ts';
import { everythingOf, ordered } from './seat.ts';
import { dueOf } from './tell.ts';

/** Open and closed rounds of the committee for the acting person, the newest first. Refusals: access. */
export async function seeRounds(
  act: Act,
  committee: CommitteeId,
): Promise<
  Outcome<
    {
      rounds: readonly Overview[];
      preparing: readonly Preparing[];
      mayOpen: boolean;
      conflicts: 'rule' | 'say' | null;
    },
    AccessRefusal
  >
> {
  const viewer = await authorise(act, committee, 'committee.see');
  if (!viewer.ok) return viewer;
  const found = await rounds.listRounds(act.store, viewer.value, { states: ['open', 'closed'] });
  const overviews = await overviewsOf(act, viewer.value, found);
  const conflicts = may(viewer.value, 'conflict.manage') ? 'rule' : may(viewer.value, 'review.comment') ? 'say' : null;
  const there = await withNews(act, viewer.value, overviews.filter(isAnythingThere));
  const mayOpen = may(viewer.value, 'review.open');
  const preparing = mayOpen ? await preparingIn(act, viewer.value) : [];
  return done({ rounds: there, preparing, mayOpen, conflicts });
}

/** Anonymous rounds whose key-holders have been asked: there may be days between that and the opening. */
async function preparingIn(act: Act, viewer: Viewer): Promise<readonly Preparing[]> {
  const prepared = await rounds.listRounds(act.store, viewer, { states: ['prepared'] });
  const ids = prepared.filter(({ kind }) => kind === 'anonymous').map(({ id }) => id);
  const taken = await keysTaken(act, viewer, roundSubject, ids);
  return prepared.flatMap((round) => {
    const keys = taken.get(round.id);
    return keys ? [{ round, keys }] : [];
  });
}

/** One round for whoever reads its card. Null: for them there is none. */
export async function seeRound(act: Act, id: ReviewRoundId): Promise<Overview | null> {
  const committee = await rounds.committeeOfRound(act.store, id);
  if (!committee) return null;
  const viewer = await viewerOf(act, committee);
  const round = await rounds.findRound(act.store, viewer, id);
  if (!round || viewer.roles.length === 0) return null;
  const [overview] = await overviewsOf(act, viewer, [round]);
  if (!overview || round.state !== 'open' || (overview.state !== 'not-answered' && overview.state !== 'draft')) {
    return overview ?? null;
  }
  const { passedTo } = overview.receipt;
  const deputyName = passedTo ? await nameOfParticipant(act, id, passedTo) : '';
  const nominees = round.list.entries.map(({ person }) => person);
  const possible = await ownPossible(act, viewer, nominees);
  const others = [...possible].filter(([nominee]) => nominee !== viewer.person);
  const kinds = [...new Set(others.flatMap(([, found]) => found))];
  return {
    ...overview,
    deputyName,
    ...(others.length === 0 ? {} : { possible: { nominees: others.length, kinds } }),
  };
}

/** `found` as the viewer sees them; as many statements however many they are. */
export async function overviewsOf(act: Act, viewer: Viewer, found: readonly Round[]): Promise<readonly Overview[]> {
  const standings = await ownStandings(act, viewer, found);
  const led = await casesLedBy(act, viewer);
  const sealed = found.filter(({ kind }) => kind === 'anonymous').map(({ id }) => id);
  const boxes = await boxStates(act, viewer, roundSubject, sealed);
  return standings.map(({ isAsked, ...standing }) => {
    const { round, answer } = standing;
    return {
      ...standing,
      mayReadOthers:
        round.kind === 'named' &&
        isAsked &&
        othersClosedBecause(ofRound(round), answer !== null && answer.lines.length > 0) === null,
      news: 0,
      box: boxes.get(round.id) ?? null,
      may: {
        open: may(viewer, 'review.open'),
        progress: may(viewer, 'review.progress'),
        synthesis: may(viewer, 'review.synthesis') || round.list.entries.some((entry) => led.has(entry.person)),
      },
    };
  });
}

/**
 * Who has answered and who has not, in protocol order: states only, over the nominees that the acting person may see.
 * Refusals: access (review.progress), review-unknown.
 */
export async function seeProgress(
  act: Act,
  id: ReviewRoundId,
): Promise<Outcome<Progress, AccessRefusal | 'review-unknown' | 'review-is-anonymous'>> {
  const committee = await rounds.committeeOfRound(act.store, id);
  if (!committee) return refused('review-unknown');
  const viewer = await authorise(act, committee, 'review.progress');
  if (!viewer.ok) return (await isClosedRound(act, committee, id)) ? refused('review-unknown') : viewer;
  const round = await rounds.findRound(act.store, viewer.value, id);
  if (!round?.openedAt || round.state === 'cancelled') return refused('review-unknown');
  if (round.kind === 'anonymous') return refused('review-is-anonymous');
  const dueAt = await dueOf(act, id);
  const rows = await statesOf(act, viewer.value, round);
  return done({ round, dueAt, closesAt: await closingOf(act, id), rows });
}

/** The state of every participant, as the viewer may know it. */
export async function statesOf(act: Act, viewer: Viewer, round: Round): Promise<readonly ProgressRow[]> {
  const participants = await rounds.participantsOf(act.store, round.id);
  const sent = await answers.standingAnswers(act.store, viewer, round.id);
  const begun = await drafts.draftStates(act.store, [round.id]);
  const recusals = await recusalsIn(act, round);
  const askedFor = round.closes ? await dueOf(act, round.id) : null;
  const first = askedFor ? await answers.firstSentIn(act.store, round.id) : new Map<PersonId, Date>();
  const sentBy = new Map(sent.map((answer) => [answer.person, answer]));
  return participants.map((participant) => {
    const asked = askedAbout(round.list.entries, participant.person, recusals);
    const answer = sentBy.get(participant.person) ?? null;
    const draft = begun.get(drafts.draftKey(round.id, participant.person)) ?? null;
    const state = answerState(asked, answer, draft);
    return {
      ...participant,
      state,
      recorded: state === 'sent' && answer?.recordedBy != null && answer.via !== null,
      byDeputy: state === 'sent' && answer?.recordedBy != null && answer.via === null,
      hasObjected: state === 'sent' && answer?.objectedAt != null,
      late:
        state === 'sent' && answer !== null
          ? lateness(answer, first.get(participant.person) ?? answer.sentAt, { askedFor, zone: act.zone })
          : null,
    };
  });
}

/** Whoever has not the right either must not learn from the refusal that there is such a round. */
export async function isClosedRound(act: Act, committee: CommitteeId, id: ReviewRoundId): Promise<boolean> {
  const viewer = await viewerOf(act, committee);
  return viewer.hiddenNominees.length > 0 && (await rounds.findRound(act.store, viewer, id)) === null;
}

/** Every round of a committee with everything in it: for the clockwork. */
export async function wholeRound(act: Act, id: ReviewRoundId): Promise<Round | null> {
  const committee = await rounds.committeeOfRound(act.store, id);
  return committee ? rounds.findRound(act.store, everythingOf(act, { committee }), id) : null;
}

function recusalsIn(act: Act, round: Round): Promise<readonly RecusedFrom[]> {
  return rounds.recusalsAt(act.store, round.committee, round.closedAt ?? act.now);
}

/** Nothing for a member who was not asked and may neither follow nor read it. */
function isAnythingThere({ state, may: rights }: Overview): boolean {
  return state !== null || rights.progress || rights.synthesis;
}

/** The acting person's own answer and draft, also after the close. Refusals: review-unknown. */
export async function seeOwnAnswer(act: Act, id: ReviewRoundId): Promise<Outcome<OwnAnswer, 'review-unknown'>> {
  const committee = await rounds.committeeOfRound(act.store, id);
  if (!committee || !act.person) return refused('review-unknown');
  const viewer = await viewerOf(act, committee);
  const round = await rounds.findRound(act.store, viewer, id);
  if (!round || (round.state !== 'open' && round.state !== 'closed')) return refused('review-unknown');
  const answer = await answers.standingAnswer(act.store, viewer, id, act.person);
  const draft = await drafts.findDraft(act.store, viewer, { round: id, person: act.person, author: act.person });
  // Somebody who does not belong to the committee (any more) has nothing but what they said themselves.
  if (viewer.roles.length === 0 && !answer) return refused('review-unknown');
  const said = await responses.responsesTo(act.store, answer?.lines.map(({ comment }) => comment) ?? []);
  return done({ round, answer: ordered(answer, round), draft: ordered(draft, round), responses: said });
}

/** Who takes part is no secret to those who enter answers; an unknown id has no name. */
export async function nameOfParticipant(act: Act, round: ReviewRoundId, person: PersonId): Promise<string> {
  const participants = await rounds.participantsOf(act.store, round);
  return participants.find((participant) => participant.person === person)?.fullName ?? '';
}

/** Whether a card tells them what was entered for them. */
export async function isReachedInChat(act: Act, round: ReviewRoundId, person: PersonId): Promise<boolean> {
  const participants = await rounds.participantsOf(act.store, round);
  return participants.some((participant) => participant.person === person && participant.hasAccount);
}

/** The rounds of `seeRounds` alone; none where the acting person does not belong. */
export async function roundsFor(act: Act, committee: CommitteeId): Promise<readonly Overview[]> {
  const found = await seeRounds(act, committee);
  return found.ok ? found.value.rounds : [];
}
