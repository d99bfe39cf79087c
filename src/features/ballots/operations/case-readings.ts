/**
 * Whom votes let read a case: everybody whose role sees votes, whoever was asked in the room in somebody's place, and the
 * holders of the keys to sealed papers.
 */
import type { Act } from '../../../kernel/act.ts';
import { rolesWithRight } from '../../access/rules.ts';
import type { CaseReading, CaseReadings, Viewer } from '../../access/types.ts';
import { membersEver } from '../../committees/operations/look.ts';
import { keysHeld } from '../../sealing/operations/look.ts';
import { votesAbout } from '../store/readings.ts';
import { ballotKind } from './look.ts';

export const ballotCaseReadings: CaseReadings = {
  async readingsOf(act, viewer, nominee) {
    const votes = await votesAbout(act.store, viewer, nominee);
    const { committee } = viewer;
    const vote = { way: 'vote', facts: {}, committee } as const;
    const opened = votes.flatMap(({ openedAt, ...one }) => (openedAt ? [{ ...one, openedAt }] : []));
    const keys = await keysHeld(
      act,
      viewer,
      ballotKind,
      votes.map(({ id }) => id),
    );
    return [
      ...(opened[0] ? (await followers(act, viewer, opened[0].openedAt)).map((one) => ({ ...vote, ...one })) : []),
      ...opened.flatMap(({ openedAt: from, closedAt, asked }) =>
        asked.map(({ person, leftAt }): CaseReading => ({ ...vote, person, from, to: leftAt ?? closedAt })),
      ),
      ...keys.map(({ person, from, to }): CaseReading => ({ ...vote, way: 'vote-key', person, from, to })),
    ];
  },
};

/** Members whose role sees votes: the first one on the case stays open to them as long as they are there. */
async function followers(act: Act, viewer: Viewer, since: Date) {
  const members = await membersEver(act, viewer);
  return members
    .filter(({ roles }) => roles.some((role) => rolesWithRight['ballot.see'].includes(role)))
    .filter(({ to }) => to === null || to > since)
    .map(({ person, from, to }) => ({ person, from: from > since ? from : since, to }));
}
