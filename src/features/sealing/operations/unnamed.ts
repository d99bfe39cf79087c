/**
 * Boxes without key-holders (không ghi tên): sealed and shuffled like the others, but their key lies under the secret of
 * the installation. Never called secret: whoever runs the bot could open them.
 */
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { clockworkAct, listWorkspaces } from '../../workspaces/operations/workspaces.ts';
import { hideKey, shownKey } from '../rules/operator-key.ts';
import type { Paper } from '../rules/paper.ts';
import { makeRoundKey } from '../rules/shares.ts';
import * as boxes from '../store/boxes.ts';
import * as urn from '../store/urn.ts';
import type { BoxId, PaperSize, SealedSubject } from '../types.ts';
import { openPapers } from './count.ts';
import { everythingOf } from './look.ts';
import { fillBox, type OfSubject } from './open.ts';
import { readChunk } from './read-papers.ts';
import type { Urns } from './urns.ts';

/** Joins the caller's transaction, in which what it belongs to opens. */
export async function openUnnamedBox(
  act: Act,
  urns: Urns,
  input: { readonly subject: OfSubject; readonly paperSize: PaperSize; readonly electors: readonly PersonId[] },
): Promise<BoxId> {
  const { subject, paperSize, electors } = input;
  const viewer = everythingOf(act, subject.committee);
  const id = await boxes.insertBox(act.store, viewer, { subject, paperSize, holders: [], at: act.now });
  const { publicKey, secretKey } = makeRoundKey();
  const operatorKey = hideKey(urns.secret, id, secretKey);
  secretKey.fill(0);
  await boxes.changeBox(act.store, id, 'prepared', { state: 'open', publicKey, operatorKey });
  await fillBox(act, urns, { id, paperSize }, electors);
  return id;
}

/** For the queue, after the close. Cut off, it is repeated from the beginning: before the end nothing is written. */
export async function openUnnamed(
  store: StoreHandle,
  urns: Urns,
  subjects: readonly SealedSubject[],
  input: { readonly box: BoxId; readonly now: Date },
): Promise<void> {
  const { box: id, now } = input;
  const hidden = await boxes.operatorKeyOf(store, id);
  const workspace = (await listWorkspaces(store)).find((one) => one.id === hidden?.workspace);
  if (!hidden || !workspace) return;
  const act = clockworkAct(store, workspace, now);
  const box = await boxes.findBox(store, everythingOf(act, hidden.committee), id);
  if (box?.state !== 'closed') return;
  const roundKey = shownKey(urns.secret, id, hidden.key);
  const papers: Paper[] = [];
  for (const chunk of await urn.chunkNumbers(store, id)) {
    papers.push(...(await readChunk(act, urns, { box, chunk, roundKey })));
  }
  roundKey.fill(0);
  await inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await boxes.holdBox(tx, id);
    const still = await boxes.findBox(tx, everythingOf(here, hidden.committee), id);
    if (still?.state === 'closed') await openPapers(here, subjects, still, papers);
  });
}
