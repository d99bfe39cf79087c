/** How a person stands to rounds that ask them: until when, about how many nominees, and how far their answer is. */
import type { Act } from '../../../kernel/act.ts';
import type { ReviewRoundId } from '../../../kernel/ids.ts';
import { type Eyes, type Viewer, viewerAt, viewersIn } from '../../access/types.ts';
import { ownPapers } from '../../sealing/operations/look.ts';
import { answerState, askedAbout, paperState } from '../rules/asked.ts';
import * as answers from '../store/answers.ts';
import * as drafts from '../store/drafts.ts';
import * as receipts from '../store/receipts.ts';
import type { Receipt, RecusedFrom, Round } from '../types/nouns.ts';
import type { Overview } from '../types/seen.ts';
import { roundSubject } from './cards.ts';
import { closingsOf } from './closing.ts';
import { ordered } from './seat.ts';
import { duesOf } from './tell.ts';

export type OwnStanding = Pick<
  Overview,
  'round' | 'dueAt' | 'closesAt' | 'asked' | 'state' | 'answer' | 'hasDraft' | 'receipt'
> & {
  /** Asked, and the minute of undo is over. */
  readonly isAsked: boolean;
};

/** `found` was read with the same eyes. As many statements however many rounds, and of however many committees. */
export async function ownStandings(act: Act, eyes: Eyes, found: readonly Round[]): Promise<readonly OwnStanding[]> {
  const person = viewersIn(eyes)[0]?.person ?? null;
  const ids = found.map(({ id }) => id);
  const asking = person ? await receipts.roundsAsking(act.store, person, ids) : new Map<ReviewRoundId, Receipt>();
  const sent = person ? await answers.standingOfPerson(act.store, eyes, person, ids) : [];
  const begun = person ? await drafts.draftStates(act.store, ids, person) : new Map();
  const sealed = found.filter(({ kind }) => kind === 'anonymous').map(({ id }) => id);
  const papers = person ? await ownPapers(act, person, roundSubject, sealed) : new Map<string, boolean>();
  const open = found.filter(({ state }) => state === 'open').map(({ id }) => id);
  const dues = await duesOf(act, open);
  const closings = await closingsOf(act, open);
  return found.map((round) => {
    const asked = person ? askedAbout(round.list.entries, person, hiddenFrom(viewerAt(eyes, round.committee))) : [];
    const answer = ordered(sent.find((candidate) => candidate.round === round.id) ?? null, round);
    const draft = person ? (begun.get(drafts.draftKey(round.id, person)) ?? null) : null;
    const isAsked = asking.has(round.id) && (round.heldUntil === null || act.now >= round.heldUntil);
    const own =
      round.kind === 'anonymous' ? paperState(asked, papers.get(round.id)) : answerState(asked, answer, draft);
    return {
      ...{ round, answer, isAsked, asked: asked.length, state: isAsked ? own : null },
      dueAt: dues.get(round.id) ?? null,
      closesAt: closings.get(round.id) ?? null,
      hasDraft: answerState(asked, null, draft) === 'draft',
      receipt: asking.get(round.id) ?? { seenAt: null, passedTo: null },
    };
  });
}

function hiddenFrom({ person, hiddenNominees }: Viewer): readonly RecusedFrom[] {
  return person ? hiddenNominees.map((nominee) => ({ person, nominee })) : [];
}
