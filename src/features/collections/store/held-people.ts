/** Where collections name people, for merging two rows of the register and for erasure. */
import type { HoldsPeople } from '../../../kernel/held-people.ts';

export const collectionsHoldPeople: HoldsPeople = {
  moves: [
    { table: 'hand_in_entry', column: 'personId' },
    { table: 'hand_in_entry', column: 'namesakeIds', isList: true },
  ],
  clashes: [],
  keeps: [{ column: 'personId' }, { column: 'namesakeIds', isList: true } as const].map((named) => ({
    ...{ kind: 'submissions' as const, table: 'hand_in_entry', ...named },
    committee: `(SELECT c."committeeId" FROM "hand_in" h JOIN "collection" c ON c."id" = h."collectionId"
      WHERE h."id" = t."handInId")`,
    at: `(SELECT c."closedAt" FROM "hand_in" h JOIN "collection" c ON c."id" = h."collectionId" WHERE h."id" = t."handInId")`,
  })),
  stays: {
    'collection.openedBy': 'who did it then',
    'collection_unit.withoutBy': 'who did it then',
    'hand_in.recordedBy': 'who did it then',
    'hand_in_entry.settledBy': 'who did it then',
  },
  erases: [
    {
      table: 'hand_in_entry',
      where: 't."personId" = ANY ($1::uuid[])',
      set: `"fullName" = $2, "birthMonth" = NULL, "sex" = NULL, "post" = NULL, "settledWord" = NULL`,
    },
  ],
  told: {
    recorded: ['collection.openedBy', 'collection_unit.withoutBy', 'hand_in.recordedBy', 'hand_in_entry.settledBy'],
    case: ['hand_in_entry.personId', 'hand_in_entry.namesakeIds'],
  },
};
