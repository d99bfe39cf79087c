/** What a review round does at the turns of its box: all keys taken, papers opened, papers counted again. */
import { refresh, sendAll } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { Bug } from '../../../kernel/errors.ts';
import { asId, type ReviewRoundId } from '../../../kernel/ids.ts';
import { viewerOf } from '../../access/operations.ts';
import { sendersOf } from '../../sealing/operations/look.ts';
import type { Box, SealedSubject } from '../../sealing/types.ts';
import { linesIn } from '../rules/paper.ts';
import { paperShares } from '../rules/paper-shares.ts';
import { shieldOf } from '../rules/rule-set.ts';
import { insertLines, insertShares, linesOf } from '../store/anonymous.ts';
import * as rounds from '../store/rounds.ts';
import type { AnonymousLine, PaperShares } from '../types/anonymous.ts';
import { aspects, type Round } from '../types/nouns.ts';
import { anonymousKey, cardKinds, roundSubject } from './cards.ts';
import { wholeRound } from './look.ts';
import { everythingOf } from './seat.ts';
import { membersWith, tellSynthesis } from './tell.ts';

/** Without the title, which needs words: interactions/sealed-subject.ts adds it for app.ts. */
export const sealedReviews: Omit<SealedSubject, 'title'> = {
  kind: roundSubject,

  async ready(act, box) {
    const round = await roundOf(act, box);
    const clerks = await membersWith(act, round, 'review.open');
    await sendAll(
      act.store,
      act,
      clerks.map(({ person }) => ({
        kind: cardKinds.keysReady,
        ids: { round: round.id },
        to: { person },
        committee: round.committee,
        key: anonymousKey(cardKinds.keysReady, round.id, person),
        nominees: [...new Set(round.list.entries.map((entry) => entry.person))],
      })),
    );
  },

  async opened(act, box, papers) {
    const round = await roundOf(act, box);
    await insertLines(act.store, round.id, allLines(round, papers));
    await insertShares(act.store, round.id, await sharesAmong(act, round, box));
    await tellSynthesis(act, round, 1, round.told);
    // Everybody's card at once, whether they have answered or not.
    await refresh(act.store, act, { kind: cardKinds.invitation, ids: { round: round.id } });
  },

  async agrees(act, box, papers) {
    const round = await roundOf(act, box);
    const stored = await linesOf(act.store, everythingOf(act, round), round.id);
    return sameLines(stored, allLines(round, papers));
  },
};

/** As the acting person may see it, in any state. Null: for them there is no such round. */
export async function roundOfBox(act: Act, id: ReviewRoundId): Promise<Round | null> {
  const committee = await rounds.committeeOfRound(act.store, id);
  if (!committee) return null;
  const viewer = act.member === null ? everythingOf(act, { committee }) : await viewerOf(act, committee);
  return rounds.findRound(act.store, viewer, id);
}

async function roundOf(act: Act, box: Box): Promise<Round> {
  const round = await wholeRound({ ...act, member: null, person: null }, asId<ReviewRoundId>(box.subject.id));
  if (!round) throw new Bug('a box without its review round');
  return round;
}

function allLines(round: Round, papers: readonly string[]): readonly AnonymousLine[] {
  return papers.flatMap((paper) => linesIn(round.list.entries, paper));
}

async function sharesAmong(act: Act, round: Round, box: Box): Promise<PaperShares> {
  return paperShares({
    entries: round.list.entries,
    participants: await rounds.participantsOf(act.store, round.id),
    recusals: await rounds.recusalsAt(act.store, round.committee, round.openedAt ?? act.now),
    senders: await sendersOf(act, box.id),
    shield: shieldOf(round.list),
  });
}

function sameLines(stored: readonly AnonymousLine[], opened: readonly AnonymousLine[]): boolean {
  const sorted = (lines: readonly AnonymousLine[]) =>
    lines
      .map(({ entry, stance, text, aspects: said }) =>
        JSON.stringify([entry, stance, text, ...aspects.map((aspect) => said[aspect])]),
      )
      .sort();
  return sorted(stored).join('\n') === sorted(opened).join('\n');
}
