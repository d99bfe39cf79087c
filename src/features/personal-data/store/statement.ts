/**
 * Reads what is held about one person over the whole workspace. Takes no Viewer: nobody's eyes in one committee show it.
 * The operations ask only for the acting person's own, or after the committee secretary was let in.
 */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, WorkspaceId } from '../../../kernel/ids.ts';
import type { Role } from '../../access/types.ts';
import type { Profile } from '../../committees/types.ts';
import type { DisciplineKind, Sex } from '../../people/types.ts';
import type { HeldAccount, HeldEntry, HeldMembership } from '../types.ts';

/** The person's own row and those that were merged into it; empty: no such person in this workspace. */
export async function rowsOfPerson(
  store: StoreHandle,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<readonly PersonId[]> {
  const rows = await client(store).person.findMany({
    where: { workspaceId: workspace, OR: [{ id: person }, { mergedInto: person }] },
    select: { id: true },
  });
  return rows.map(({ id }) => id as PersonId);
}

export async function readEntry(store: StoreHandle, person: PersonId): Promise<HeldEntry> {
  const row = await client(store).person.findUniqueOrThrow({
    where: { id: person },
    include: { disciplines: { where: { replacedAt: null }, orderBy: [{ decidedOn: 'asc' }, { kind: 'asc' }] } },
  });
  const { fullName, birthMonth, unit, partyPost, statePost, level, source, createdAt } = row;
  return {
    ...{ fullName, birthMonth, sex: row.sex as Sex | null, unit, partyPost, statePost, level, source },
    since: createdAt,
    disciplines: row.disciplines.map(({ kind, decidedOn, effectUntil, decision }) => ({
      ...{ kind: kind as DisciplineKind, decidedOn, effectUntil, decision },
    })),
  };
}

export async function readAccount(store: StoreHandle, person: PersonId): Promise<HeldAccount | null> {
  return client(store).member.findUnique({ where: { personId: person }, select: { displayName: true, zone: true } });
}

/** The newest last. */
export async function readMemberships(
  store: StoreHandle,
  rows: readonly PersonId[],
): Promise<readonly (Omit<HeldMembership, 'keptUntil'> & { readonly zone: string; readonly profile: Profile })[]> {
  const found = await client(store).membership.findMany({
    where: { personId: { in: [...rows] } },
    include: { committee: { select: { name: true, zone: true, profile: true } } },
    orderBy: [{ validFrom: 'asc' }, { committee: { name: 'asc' } }],
  });
  return found.map(({ committeeId, committee, roles, votes, post, validFrom, validTo, awayFrom, awayUntil }) => ({
    ...{ committeeId: committeeId as CommitteeId, committee: committee.name, roles: roles as Role[], votes, post },
    ...{ from: validFrom, to: validTo, awayFrom, awayUntil },
    ...{ zone: committee.zone, profile: committee.profile as Profile },
  }));
}
