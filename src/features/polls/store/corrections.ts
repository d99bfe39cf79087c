/** Corrections of what a poll is about and where. What was said before stays, with who corrected it. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { newId, type PersonId } from '../../../kernel/ids.ts';
import type { DatePollId } from '../types.ts';

/** What is null stays as it is. */
export interface Words {
  readonly title: string | null;
  readonly place: string | null;
}

export async function correctWords(
  store: StoreHandle,
  poll: DatePollId,
  words: Words,
  by: { readonly batch: string; readonly person: PersonId | null; readonly now: Date },
): Promise<void> {
  const { title, place } = await client(store).datePoll.findUniqueOrThrow({
    where: { id: poll },
    select: { title: true, place: true },
  });
  await client(store).datePollCorrection.create({
    data: {
      ...{ id: newId(), pollId: poll, titleBefore: title, placeBefore: place },
      ...{ batchId: by.batch, correctedBy: by.person, correctedAt: by.now },
    },
  });
  await putWords(store, poll, words);
}

/** As it was before. False: this batch corrected nothing. */
export async function undoCorrection(store: StoreHandle, poll: DatePollId, batch: string, now: Date): Promise<boolean> {
  const where = { pollId: poll, batchId: batch, undoneAt: null };
  const found = await client(store).datePollCorrection.findFirst({ where });
  if (!found) return false;
  await client(store).datePollCorrection.updateMany({ where, data: { undoneAt: now } });
  await putWords(store, poll, { title: found.titleBefore, place: found.placeBefore });
  return true;
}

async function putWords(store: StoreHandle, id: DatePollId, { title, place }: Words): Promise<void> {
  const data = { ...(title === null ? {} : { title }), ...(place === null ? {} : { place }) };
  await client(store).datePoll.updateMany({ where: { id }, data });
}
