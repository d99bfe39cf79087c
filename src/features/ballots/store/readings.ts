/** Votes in which somebody stands or is named, with whom they asked: for who could read the case. */
import { client } from '../../../database/client.ts';
import { foldName } from '../../../i18n/names.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { asId, type PersonId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type { BallotRoundId } from '../types/round.ts';
import { openTo } from './open-to.ts';

export interface VoteAbout {
  readonly id: BallotRoundId;
  /** Null: only those who run it know of it yet, and who was asked for a key. */
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  /** Without those who were recused when it was opened; null: asked until the close. */
  readonly asked: readonly { readonly person: PersonId; readonly leftAt: Date | null }[];
}

/** In the order in which they were opened, those to come last; without those that are closed to the viewer. */
export async function votesAbout(store: StoreHandle, viewer: Viewer, nominee: PersonId): Promise<readonly VoteAbout[]> {
  const person = await client(store).person.findFirst({
    where: { id: nominee, workspaceId: viewer.workspace },
    select: { fullName: true },
  });
  const name = foldName(person?.fullName ?? '');
  const rows = await client(store).ballotRound.findMany({
    where: {
      ...{ committeeId: viewer.committee, state: { not: 'cancelled' } },
      OR: [{ candidates: { some: { personId: nominee } } }, { question: { not: null } }],
    },
    include: {
      candidates: { select: { personId: true } },
      electors: { where: { isRecused: false }, select: { personId: true, leftAt: true }, orderBy: { place: 'asc' } },
    },
    orderBy: [{ openedAt: 'asc' }, { createdAt: 'asc' }],
  });
  const about = rows.filter(({ question }) => question === null || (name !== '' && foldName(question).includes(name)));
  const open = await openTo(store, viewer, about);
  return open.map(({ row: { id, openedAt, closedAt, electors } }) => {
    const asked = electors.map(({ personId, leftAt }) => ({ person: asId<PersonId>(personId), leftAt }));
    return { id: asId<BallotRoundId>(id), openedAt, closedAt, asked };
  });
}
