/** Nominations to outside bodies with their contacts. Those of a case closed to the viewer are not there. */
import { client } from '../../database/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { asId, type CommitteeId, newId, type PersonId } from '../../kernel/ids.ts';
import { type Eyes, openCases, type Viewer, workspacesIn } from '../access/types.ts';
import type { Contact, ExternalNomination, ExternalNominationId, GoesOn, Preparation } from './types.ts';

/** Before there is a viewer: a button knows the nomination, not its committee. */
export async function committeesOf(store: StoreHandle, ids: readonly string[]): Promise<readonly CommitteeId[]> {
  const where = { id: { in: [...ids] } };
  const rows = await client(store).externalNomination.findMany({
    where,
    distinct: ['committeeId'],
    select: { committeeId: true },
  });
  return rows.map(({ committeeId }) => asId(committeeId));
}

/** The row, locked until the transaction ends: of two at once the second waits, and looks again. */
export async function holdExternal(tx: StoreHandle, id: ExternalNominationId): Promise<void> {
  await client(tx).$queryRaw`SELECT 1 FROM "external_nomination" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

/** The newest preparation first, then by body, position and name. */
export async function listExternal(
  store: StoreHandle,
  eyes: Eyes,
  which: {
    readonly ids?: readonly string[];
    readonly responsible?: PersonId;
    /** Only those in preparation: of this person, or (null) of anybody. */
    readonly preparingFor?: PersonId | null;
    /** Those whose responsible person is no member of the committee at this moment. */
    readonly withoutMemberAt?: Date;
  },
): Promise<readonly ExternalNomination[]> {
  const found = await client(store).externalNomination.findMany({
    where: {
      ...openCases(eyes),
      ...(which.ids ? { id: { in: [...which.ids] } } : {}),
      ...(which.responsible ? { responsibleId: which.responsible } : {}),
      ...(which.preparingFor === undefined ? {} : { state: 'preparing' }),
      ...(which.preparingFor ? { AND: [{ personId: which.preparingFor }] } : {}),
    },
    include: { contacts: { orderBy: [{ heldOn: 'asc' }, { recordedAt: 'asc' }, { withWhom: 'asc' }] } },
    orderBy: [{ preparedOn: 'desc' }, { body: 'asc' }, { position: 'asc' }, { recordedAt: 'asc' }],
  });
  const rows = which.withoutMemberAt ? await withoutMember(store, found, which.withoutMemberAt) : found;
  const people = await client(store).person.findMany({
    where: {
      id: { in: rows.flatMap(({ personId, responsibleId }) => [personId, responsibleId]) },
      workspaceId: { in: workspacesIn(eyes) },
    },
    select: { id: true, fullName: true },
  });
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  return rows.map(({ id, committeeId, personId, responsibleId, contacts, state, ...row }) => ({
    ...{ id: asId<ExternalNominationId>(id), committee: asId<CommitteeId>(committeeId) },
    ...{ person: asId<PersonId>(personId), fullName: names.get(personId) ?? '' },
    ...{ responsible: asId<PersonId>(responsibleId), responsibleName: names.get(responsibleId) ?? '' },
    ...{ body: row.body, position: row.position, term: row.term, preparedOn: row.preparedOn },
    ...{ resultOn: row.resultOn, decision: row.decision, word: row.word },
    ...{ reportedOn: row.reportedOn, reportNumber: row.reportNumber },
    state: state as ExternalNomination['state'],
    recordedAt: row.recordedAt,
    goesOn: goesOnOf(row),
    contacts: contacts.map(({ heldOn, withWhom, said }) => ({ heldOn, withWhom, said })),
  }));
}

function goesOnOf({ goesOnWord: word, goesOnAbout: about, goesOnAt: at }: GoesOnRow): GoesOn | null {
  return about === null || at === null ? null : { word, about, at };
}

interface GoesOnRow {
  readonly goesOnWord: string | null;
  readonly goesOnAbout: string | null;
  readonly goesOnAt: Date | null;
}

export async function keepGoingOn(
  tx: StoreHandle,
  id: ExternalNominationId,
  said: GoesOn & { readonly by: PersonId | null },
): Promise<void> {
  const data = { goesOnWord: said.word, goesOnAbout: said.about, goesOnAt: said.at, goesOnBy: said.by };
  await client(tx).externalNomination.update({ where: { id }, data, select: { id: true } });
}

/** Who answers for each nomination of this person, since when. None for a case that is closed to the viewer. */
export async function responsibleFor(store: StoreHandle, viewer: Viewer, nominee: PersonId) {
  const rows = await client(store).externalNomination.findMany({
    where: { AND: [openCases(viewer), { personId: nominee }] },
    select: { responsibleId: true, body: true, recordedAt: true },
    orderBy: { recordedAt: 'asc' },
  });
  return rows.map(({ responsibleId, body, recordedAt }) => ({
    ...{ responsible: asId<PersonId>(responsibleId), body, recordedAt },
  }));
}

async function withoutMember<Row extends { readonly committeeId: string; readonly responsibleId: string }>(
  store: StoreHandle,
  rows: readonly Row[],
  now: Date,
): Promise<readonly Row[]> {
  const members = await client(store).membership.findMany({
    where: {
      committeeId: { in: rows.map(({ committeeId }) => committeeId) },
      personId: { in: rows.map(({ responsibleId }) => responsibleId) },
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gt: now } }],
    },
    select: { committeeId: true, personId: true },
  });
  const isMember = ({ committeeId, responsibleId }: Row) =>
    members.some((one) => one.committeeId === committeeId && one.personId === responsibleId);
  return rows.filter((row) => !isMember(row));
}

/** Null: this person is being put forward for this position of this body already. */
export async function insertExternal(
  tx: StoreHandle,
  viewer: Viewer,
  made: Preparation & { readonly person: PersonId; readonly responsible: PersonId },
  now: Date,
): Promise<ExternalNominationId | null> {
  const id = newId<ExternalNominationId>();
  const { person: personId, responsible: responsibleId, ...preparation } = made;
  const row = { id, committeeId: viewer.committee, personId, responsibleId, ...preparation };
  const { count } = await client(tx).externalNomination.createMany({
    data: [{ ...row, recordedAt: now, recordedBy: viewer.person }],
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}

/** False: the same was recorded before. */
export async function insertContact(
  tx: StoreHandle,
  viewer: Viewer,
  id: ExternalNominationId,
  contact: Contact,
  now: Date,
): Promise<boolean> {
  const { count } = await client(tx).externalContact.createMany({
    data: [{ id: newId(), nominationId: id, ...contact, recordedAt: now, recordedBy: viewer.person }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function changeExternal(
  tx: StoreHandle,
  id: ExternalNominationId,
  change: Partial<Pick<ExternalNomination, 'state' | 'resultOn' | 'decision' | 'word' | 'reportedOn' | 'reportNumber'>>,
): Promise<void> {
  await client(tx).externalNomination.update({ where: { id }, data: change, select: { id: true } });
}

export const externalNominationsHoldPeople: HoldsPeople = {
  moves: [
    {
      ...{ table: 'external_nomination', column: 'personId' },
      once: { same: ['committeeId', 'body', 'position'], until: 'resultOn' },
    },
    { table: 'external_nomination', column: 'responsibleId' },
  ],
  clashes: [],
  keeps: [
    {
      ...{ kind: 'outside', table: 'external_nomination', column: 'personId', committee: 't."committeeId"' },
      on: `CASE WHEN t."state" <> 'preparing' THEN COALESCE(t."resultOn", t."preparedOn") END`,
    },
  ],
  stays: {
    'external_nomination.recordedBy': 'who did it then',
    'external_nomination.goesOnBy': 'who did it then',
    'external_contact.recordedBy': 'who did it then',
  },
  erases: [
    {
      table: 'external_nomination',
      where: 't."personId" = ANY ($1::uuid[])',
      set: '"word" = NULL, "goesOnWord" = NULL',
    },
    {
      table: 'external_contact',
      where: 't."nominationId" IN (SELECT id FROM external_nomination WHERE "personId" = ANY ($1::uuid[]))',
      set: `"withWhom" = '', "said" = ''`,
    },
  ],
  told: {
    recorded: [
      'external_nomination.responsibleId',
      'external_nomination.recordedBy',
      'external_nomination.goesOnBy',
      'external_contact.recordedBy',
    ],
    case: ['external_nomination.personId'],
  },
};
