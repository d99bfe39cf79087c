/** The lists of all units as one file, taken out of the system: that it was is in the history. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { writeCsv } from '../../../documents/csv.ts';
import type { Act } from '../../../kernel/act.ts';
import { type Collection, collectionSubject } from '../types.ts';

/** The caller has read the collection through a viewer; `rows` are what that viewer may see. */
export async function mergedFile(
  act: Act,
  { id, committee, units }: Collection,
  rows: readonly (readonly string[])[],
): Promise<string> {
  const handed = units.flatMap(({ handIn }) => (handIn?.people ? [handIn.people.length] : []));
  await inTransaction(act, (tx) =>
    record(tx, act, {
      kind: 'collections.taken-out',
      committee,
      subject: { kind: collectionSubject, id },
      facts: { units: handed.length, rows: handed.reduce((sum, people) => sum + people, 0) },
    }),
  );
  return writeCsv(rows);
}
