/** Who supports a name. Taken back: the row stays, dated. The caller has the nomination through a viewer. */
import { client } from '../../../database/client.ts';
import type { StoreHandle, Via, ViaKind } from '../../../kernel/act.ts';
import { type NominationId, newId, type PersonId } from '../../../kernel/ids.ts';

/** In the order in which they said so. */
export async function supportersOf(store: StoreHandle, nomination: NominationId): Promise<readonly PersonId[]> {
  const rows = await client(store).nominationEndorsement.findMany({
    where: { nominationId: nomination, takenBackAt: null },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId as PersonId);
}

export interface Entered {
  readonly by: PersonId | null;
  readonly via: Via;
}

/** Of the support that stands, what was entered for somebody and how it came. */
export async function enteredFor(
  store: StoreHandle,
  nomination: NominationId,
): Promise<readonly { readonly person: PersonId; readonly via: Via }[]> {
  const rows = await client(store).nominationEndorsement.findMany({
    where: { nominationId: nomination, takenBackAt: null, viaKind: { not: null } },
  });
  return rows.map(({ personId, viaKind, viaReference, viaDated }) => ({
    person: personId as PersonId,
    via: { kind: viaKind as ViaKind, reference: viaReference, dated: viaDated },
  }));
}

/** False: they support it already. */
export async function insertEndorsement(
  tx: StoreHandle,
  endorsement: {
    readonly nomination: NominationId;
    readonly person: PersonId;
    readonly at: Date;
    /** Entered for them, and how it came. */
    readonly entered?: Entered;
  },
): Promise<boolean> {
  const { nomination, person, at, entered } = endorsement;
  const by = entered && {
    ...{ recordedBy: entered.by, viaKind: entered.via.kind },
    ...{ viaReference: entered.via.reference, viaDated: entered.via.dated },
  };
  const { count } = await client(tx).nominationEndorsement.createMany({
    data: [{ id: newId(), nominationId: nomination, personId: person, at, ...by }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** False: there is none that stands. */
export async function takeBackEndorsement(
  tx: StoreHandle,
  endorsement: { readonly nomination: NominationId; readonly person: PersonId; readonly at: Date },
): Promise<boolean> {
  const { nomination, person, at } = endorsement;
  const { count } = await client(tx).nominationEndorsement.updateMany({
    where: { nominationId: nomination, personId: person, takenBackAt: null },
    data: { takenBackAt: at },
  });
  return count === 1;
}
