/** Pasted lists of people who take part in something, for other features: recognised, kept for an hour, used once. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { readTable, type UnreadableTable } from '../../../documents/csv.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import type { Viewer } from '../../access/types.ts';
import { holdRegister } from '../../people/operations/import.ts';
import type { Matched } from '../rules/match-people.ts';
import { withHeading } from '../rules/plain-lines.ts';
import { readRows } from '../rules/read-rows.ts';
import * as store from '../store.ts';
import type { ImportPreviewId, ReadList } from '../types/people.ts';
import { besidePeople, keptUntil, maxRows } from './given.ts';
import { matchAll } from './match.ts';

export interface ReadPeople {
  readonly id: ImportPreviewId;
  readonly list: ReadList;
  readonly matched: Matched;
}

/**
 * A pasted list of people for another feature, which has let the viewer in: with headings, or simply name, post and unit.
 * Kept for an hour. Everybody of the register is recognised: who takes part in something is no case.
 */
export async function readPeople(
  act: Act,
  viewer: Viewer,
  text: string,
): Promise<Outcome<ReadPeople, UnreadableTable | 'import-without-names'>> {
  return inTransaction(act, async (tx) => {
    const table = readTable(text, maxRows + besidePeople);
    if (!table.ok) return table;
    const today = dateIn(act.zone, act.now);
    const rows = table.value.rows;
    const list = readRows(rows, { kind: 'people' }, today) ?? readRows(withHeading(rows), { kind: 'people' }, today);
    if (!list) return refused('import-without-names');
    await store.deleteExpired(tx, act.now);
    const id = await store.insertPreview(
      tx,
      viewer,
      { plan: null, createdBy: act.person as PersonId, list, expiresAt: keptUntil(act.now) },
      act.now,
    );
    return done({ id, list, matched: await matchAll(inside(act, tx), viewer, list) });
  });
}

/** As kept, matched with what the register says now. Null: used, expired or somebody else's. */
export async function findRead(act: Act, viewer: Viewer, id: ImportPreviewId): Promise<ReadPeople | null> {
  const preview = await store.findPreview(act.store, viewer, id, act.now);
  return preview ? { id, list: preview.list, matched: await matchAll(act, viewer, preview.list) } : null;
}

/** Inside a transaction: of two clicks one gets it. The register is held until the end. */
export async function takeRead(act: Act, viewer: Viewer, id: ImportPreviewId): Promise<ReadPeople | null> {
  await holdRegister(act);
  const read = await findRead(act, viewer, id);
  return read && (await store.usePreview(act.store, id)) ? read : null;
}
