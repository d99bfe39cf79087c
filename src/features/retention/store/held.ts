/**
 * What is held about people and since when it is over, as the features declare it (`keeps`), in one statement. Takes no
 * Viewer: the operations leave out whoever is closed to the acting person, over all their committees.
 */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { HoldsPeople, KeptKind, PersonKept } from '../../../kernel/held-people.ts';
import type { CommitteeId, PersonId, WorkspaceId } from '../../../kernel/ids.ts';
import { dateIn, type PlainDate } from '../../../kernel/time.ts';
import type { Profile } from '../../committees/types.ts';
import type { Held } from '../types.ts';

interface Row {
  readonly person: PersonId;
  readonly kind: KeptKind;
  readonly committee: CommitteeId | null;
  readonly name: string;
  readonly profile: Profile;
  readonly zone: string;
  readonly goesOn: boolean;
  readonly at: Date | null;
  readonly on: PlainDate | null;
}

/** `people`: only theirs; null: everybody's in the workspace whose data were not erased. `zone`: where no committee is. */
export async function readHeld(
  store: StoreHandle,
  holders: readonly HoldsPeople[],
  of: { readonly workspace: WorkspaceId; readonly people: readonly PersonId[] | null; readonly zone: string },
): Promise<ReadonlyMap<PersonId, readonly Held[]>> {
  const parts = holders.flatMap(({ keeps = [] }) => keeps).map(keptSql);
  const rows = await client(store).$queryRawUnsafe<readonly Row[]>(
    `SELECT COALESCE(p."mergedInto", p."id") AS "person", f."kind", c."id" AS "committee", c."name", c."profile", c."zone",
       bool_or(f."at" IS NULL AND f."on" IS NULL) AS "goesOn", max(f."at") AS "at", max(f."on") AS "on"
     FROM (${parts.join(' UNION ALL ')}) f
     JOIN "person" p ON p."id" = f."row" AND p."workspaceId" = $1::uuid AND p."erasedAt" IS NULL
     LEFT JOIN "committee" c ON c."id" = f."committee"
     WHERE $2::uuid[] IS NULL OR COALESCE(p."mergedInto", p."id") = ANY ($2::uuid[])
     GROUP BY 1, 2, c."id" ORDER BY c."createdAt" NULLS FIRST, c."name", f."kind"`,
    of.workspace,
    of.people,
  );
  const held = new Map<PersonId, Held[]>();
  for (const row of rows) {
    const { person, kind, committee, name, profile, zone } = row;
    const place = committee ? { id: committee, name, profile, zone } : null;
    held.set(person, [...(held.get(person) ?? []), { kind, place, endedOn: endOf(row, place?.zone ?? of.zone) }]);
  }
  return held;
}

function keptSql({ kind, table, column, isList, only = 'true', at, on, committee }: PersonKept): string {
  const who = isList ? 'listed."id"' : `t."${column}"`;
  const from = isList ? `"${table}" t CROSS JOIN LATERAL unnest(t."${column}") AS listed ("id")` : `"${table}" t`;
  return `SELECT ${who} AS "row", '${kind}' AS "kind", ${committee ?? 'NULL'}::uuid AS "committee",
    (${at ?? 'NULL'})::timestamptz AS "at", (${on ?? 'NULL'})::text AS "on" FROM ${from} WHERE ${only}`;
}

function endOf({ goesOn, at, on }: Row, zone: string): PlainDate | null {
  if (goesOn) return null;
  const days = [...(at ? [dateIn(zone, at)] : []), ...(on ? [on] : [])];
  return days.sort().at(-1) ?? null;
}
