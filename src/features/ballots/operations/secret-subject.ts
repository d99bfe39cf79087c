/** What a vote does at the turns of its box: all keys taken, papers opened and ruled on, papers counted again. */
import { record } from '../../../audit/record.ts';
import { refresh, sendAll } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { Bug } from '../../../kernel/errors.ts';
import { asId, type PersonId } from '../../../kernel/ids.ts';
import { viewerOf } from '../../access/operations.ts';
import { turnoutOf } from '../../sealing/operations/look.ts';
import type { Box, SealedSubject } from '../../sealing/types.ts';
import { ruleOnAll } from '../rules/count.ts';
import { isSealed } from '../rules/course.ts';
import { sealedQuestions, sealedReadings, shieldOf, tellsTooMuch } from '../rules/secret.ts';
import { tallyPapers } from '../rules/tally.ts';
import * as papers from '../store/papers.ts';
import * as store from '../store/rounds.ts';
import type { BallotRound, BallotRoundId, CountedQuestion } from '../types/round.ts';
import type { Ruling } from '../types/ruling.ts';
import { cardKinds, keysReadyCard } from './cards.ts';
import { tellRuling } from './close.ts';
import { concernedIn, runnersOf } from './electorate.ts';
import { eyesOf } from './eyes.ts';
import { ballotSubject } from './prepare.ts';
import { endInConference } from './room-electorate.ts';

/** Without the title, which needs words: interactions/sealed-subject.ts adds it for app.ts. */
export const sealedBallots: Omit<SealedSubject, 'title'> = {
  kind: ballotSubject,

  async ready(act, box) {
    const round = await roundOf(act, box);
    const nominees = await concernedIn(act, round);
    const runners = await runnersOf(act, round);
    await sendAll(
      act.store,
      act,
      runners.map((person) => keysReadyCard(round, person, nominees)),
    );
  },

  async opened(act, box, contents) {
    const round = await roundOf(act, box);
    const { tallies, rulings } = await countedIn(act, box, round, contents);
    const isMasked = tellsTooMuch({
      tallies: tallies.map(({ tally }) => tally),
      electors: await electorateOf(act, round),
      related: await relatedElectorates(act, round),
      shield: shieldOf(round.rule),
    });
    // Whole orders of ranked papers are papers: none is kept, also while somebody has to decide between the tied.
    const kept = tallies.map((one) => ({ ...one, tally: { ...one.tally, rankings: [] } }));
    await store.changeRound(act.store, round.id, ['closed'], { tallies: kept, rulings, isMasked });
    await endInConference(act, round, 'voted');
    await tellRuling(act, round);
    await refresh(act.store, act, { kind: cardKinds.paper, ids: { round: round.id } });
    // Neither an outcome nor a number: the log is read by people who may not see the case.
    await record(act.store, act, {
      kind: 'ballots.papers-opened',
      committee: round.committee,
      subject: { kind: ballotSubject, id: round.id },
      facts: {},
      nominees: await concernedIn(act, round),
    });
  },

  async agrees(act, box, contents) {
    const round = await roundOf(act, box);
    const { tallies } = await countedIn(act, box, round, contents);
    return JSON.stringify(tallies.map(numbersIn)) === JSON.stringify(round.tallies.map(numbersIn));
  },
};

/** As the acting person may see it, in any state: a key-holder has to read what their key is for. */
export async function roundOfBox(act: Act, id: BallotRoundId): Promise<BallotRound | null> {
  const committee = await store.committeeOfRound(act.store, id);
  if (!committee) return null;
  const viewer = act.member === null ? eyesOf(act, committee) : await viewerOf(act, committee);
  return store.findRound(act.store, viewer, id);
}

/** Adds up and forgets: of a single paper nothing is kept, because over many candidates it would be a signature. */
async function countedIn(
  act: Act,
  box: Box,
  round: BallotRound,
  contents: readonly string[],
): Promise<{ readonly tallies: readonly CountedQuestion[]; readonly rulings: readonly Ruling[] }> {
  const { rule, frozen } = round;
  if (!frozen) throw new Bug('a vote was opened without its numbers');
  const questions = sealedQuestions(round);
  const kind = rule.paper.value;
  const readings = contents.map((content) => sealedReadings(kind, questions, content));
  const { electors: issued } = await turnoutOf(act, box.id);
  const tallies = questions.map((question, index): CountedQuestion => {
    const onIt = readings.flatMap((paper) => paper[index] ?? []);
    return { question, issued, tally: tallyPapers(kind, question, onIt) };
  });
  return { tallies, rulings: ruleOnAll({ ...round, frozen }, tallies) };
}

/** Without the orders of ranked papers, which are not kept. */
function numbersIn({ question, tally }: CountedQuestion) {
  const { returned, invalid, blank, abstained, lines } = tally;
  return [
    ...[question.key, returned, invalid, blank, abstained],
    lines.map((line) => [line.candidate, line.for, line.against, line.abstained]),
  ];
}

async function electorateOf(act: Act, { id, committee }: Pick<BallotRound, 'id' | 'committee'>) {
  const electors = await papers.electorsOf(act.store, eyesOf(act, committee), id);
  const asked = electors.filter(({ isRecused, hasAccount }) => !isRecused && hasAccount);
  return new Set<PersonId>(asked.map(({ person }) => person));
}

/** Of the rounds on the same, before and after: numbers of two of them together could tell about a few. */
async function relatedElectorates(act: Act, round: BallotRound): Promise<readonly ReadonlySet<PersonId>[]> {
  const eyes = eyesOf(act, round.committee);
  const related = await store.relatedRounds(act.store, eyes, round);
  const counted = related.filter((one) => isSealed(one) && one.rulings !== null && !one.isMasked);
  return Promise.all(counted.map((one) => electorateOf(act, one)));
}

async function roundOf(act: Act, box: Box): Promise<BallotRound> {
  const id = asId<BallotRoundId>(box.subject.id);
  const round = await store.findRound(act.store, eyesOf(act, box.committee), id);
  if (!round) throw new Bug('a box without its vote');
  return round;
}
