/** What the minutes and the conclusions of a conference say of its votes: no more than the rule has announced. */
import type { Act } from '../../../kernel/act.ts';
import type { ConferenceId } from '../../../kernel/ids.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import * as store from '../store/rounds.ts';
import type { MinutedVote } from '../types/count-minutes.ts';
import type { BallotRound } from '../types/round.ts';

/** A vote about a case that is closed to the reader is not there, nor one of which they see a part. */
export async function votesMinuted(
  act: Act,
  viewer: Viewer,
  conference: ConferenceId,
): Promise<readonly MinutedVote[]> {
  if (!may(viewer, 'ballot.see')) return [];
  const states = ['open', 'closed', 'void'] as const;
  const rounds = await store.listRounds(act.store, viewer, { conference, states });
  return rounds
    .filter(({ isPart }) => !isPart)
    .map((round) => ({ round, says: said(round, may(viewer, 'ballot.run')) }));
}

/** The same for everybody once it is announced: numbers that tell how somebody voted are never part of minutes. */
function said({ rule, announcedAt, isMasked, rulings }: BallotRound, mayRun: boolean): MinutedVote['says'] {
  const { what } = rule.announce.value;
  if (rulings === null || what === 'nothing' || (announcedAt === null && !mayRun)) return null;
  return isMasked ? 'outcome' : what;
}
