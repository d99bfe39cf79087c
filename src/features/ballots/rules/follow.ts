/** What a closed round leaves to be done: who is tied, who goes on to the next round, for how many seats. Pure. */
import type { BallotRound } from '../types/round.ts';
import type { RulingLine } from '../types/ruling.ts';

export interface OnQuestion {
  readonly question: string;
  readonly candidate: string;
}

type Ruled = Pick<BallotRound, 'rulings'>;

export function tiedIn(round: Ruled): readonly OnQuestion[] {
  return linesWith(round, ({ outcome }) => outcome === 'tie');
}

/** To another round of the same vote; whoever goes on to the next step is taken up there. */
export function goingOn(round: Ruled): readonly OnQuestion[] {
  return linesWith(
    round,
    ({ outcome, goesTo, writtenIn }) => outcome === 'goes-on' && goesTo === 'next-round' && !writtenIn,
  );
}

export function seatsLeft(round: Ruled, question: string): number {
  const ruling = round.rulings?.find((one) => one.question === question);
  if (!ruling) return 1;
  return Math.max(1, ruling.seats - ruling.lines.filter(({ outcome }) => outcome === 'passed').length);
}

export type FollowUp = 'decide' | 'announce' | 'next' | 'again';

/** For those who run a closed round; between the tied the chair decides. */
export function followUps(
  round: Pick<BallotRound, 'state' | 'rulings' | 'rule' | 'announcedAt'>,
  reader: { readonly mayRun: boolean; readonly isChair: boolean },
): readonly FollowUp[] {
  if (!reader.mayRun || round.state !== 'closed') return [];
  const isTied = tiedIn(round).length > 0;
  const mayAnnounce = !isTied && round.announcedAt === null && round.rule.announce.value.what !== 'nothing';
  return [
    ...(isTied && reader.isChair ? (['decide'] as const) : []),
    ...(mayAnnounce ? (['announce'] as const) : []),
    ...(goingOn(round).length > 0 ? (['next'] as const) : []),
    'again',
  ];
}

function linesWith({ rulings }: Ruled, isMeant: (line: RulingLine) => boolean): readonly OnQuestion[] {
  return (rulings ?? []).flatMap(({ question, lines }) =>
    lines.filter(isMeant).map(({ candidate }) => ({ question, candidate })),
  );
}
