/** Whom votes name. One that is over stays as it was ruled on: its numbers and its rulings were reckoned from these rows. */
import { type HoldsPeople, ofParent } from '../../../kernel/held-people.ts';

const isRunning = `t."state" IN ('prepared', 'scheduled', 'open')`;
const runs = `EXISTS (
  SELECT 1 FROM "ballot_round" r WHERE r."id" = t."roundId" AND r."state" IN ('prepared', 'scheduled', 'open'))`;

function inRound(table: string, column: string) {
  return { table, column, same: ['roundId'], only: runs, committee: ofParent('ballot_round', 'roundId') };
}

const roundOver = `(SELECT CASE WHEN r."state" IN ('prepared', 'scheduled', 'open') THEN NULL
  ELSE COALESCE(r."closedAt", r."closesAt") END FROM "ballot_round" r WHERE r."id" = t."roundId")`;

export const ballotsHoldPeople: HoldsPeople = {
  moves: [
    {
      table: 'ballot_elector',
      column: 'personId',
      only: runs,
      shownAs: 'ballots',
      committee: ofParent('ballot_round', 'roundId'),
    },
    { table: 'ballot_proxy', column: 'personId', only: runs },
    { table: 'ballot_proxy', column: 'holderId', only: runs },
    // Where a candidate stands in a procedure is reckoned over all its votes, those that are over too.
    { table: 'ballot_candidate', column: 'personId' },
    { table: 'ballot_count', column: 'tellerId', only: runs },
    { table: 'ballot_round', column: 'tellerIds', isList: true, only: isRunning },
    { table: 'ballot_round', column: 'numbersToIds', isList: true, only: isRunning },
  ],
  clashes: [
    { kind: 'ballots', ...inRound('ballot_elector', 'personId') },
    { kind: 'ballots', ...inRound('ballot_proxy', 'personId'), only: `${runs} AND t."endedAt" IS NULL` },
    { kind: 'candidates', ...inRound('ballot_candidate', 'personId') },
    { kind: 'tellers', ...inRound('ballot_count', 'tellerId') },
    {
      kind: 'tellers',
      table: 'ballot_round',
      column: 'tellerIds',
      isList: true,
      same: ['id'],
      only: isRunning,
      committee: 't."committeeId"',
    },
  ],
  keeps: ['ballot_candidate', 'ballot_elector'].map((table) => ({
    ...{ kind: 'votes', table, column: 'personId', at: roundOver },
    committee: ofParent('ballot_round', 'roundId'),
  })),
  stays: {
    'ballot_paper.personId': 'moved with its elector by the database',
    'ballot_paper.recordedBy': 'who did it then',
    'ballot_paper.handedInBy': 'who did it then',
    'ballot_proxy.recordedBy': 'who did it then',
    'ballot_round.createdBy': 'who did it then',
    'ballot_round.closedBy': 'who did it then',
    'ballot_round.decidedBy': 'who did it then',
    'ballot_round.announcedBy': 'who did it then',
  },
  erases: [{ table: 'ballot_candidate', where: 't."personId" = ANY ($1::uuid[])', set: `"shown" = NULL` }],
  told: {
    votes: [
      'ballot_elector.personId',
      'ballot_paper.personId',
      'ballot_paper.handedInBy',
      'ballot_proxy.personId',
      'ballot_proxy.holderId',
    ],
    recorded: [
      'ballot_count.tellerId',
      'ballot_round.tellerIds',
      'ballot_round.numbersToIds',
      'ballot_paper.recordedBy',
      'ballot_proxy.recordedBy',
      'ballot_round.createdBy',
      'ballot_round.closedBy',
      'ballot_round.decidedBy',
      'ballot_round.announcedBy',
    ],
    case: ['ballot_candidate.personId'],
  },
};
