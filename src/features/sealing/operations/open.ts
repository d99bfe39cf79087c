/** Opening a box for papers, and freezing it: inside the transaction that opens and closes what it belongs to. */
import { record } from '../../../audit/record.ts';
import { refresh, sendAll } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { enqueue } from '../../../queue/enqueue.ts';
import { chunksFor } from '../rules/chunks.ts';
import { keyholderCount, makeRoundKey, shareOut } from '../rules/shares.ts';
import { writeUrn } from '../rules/urn.ts';
import * as boxes from '../store/boxes.ts';
import * as urn from '../store/urn.ts';
import type { Box, BoxId, BoxSubject } from '../types.ts';
import { cardKinds, keyholderCard } from './cards.ts';
import { everythingOf } from './look.ts';
import type { Urns } from './urns.ts';

export type OfSubject = BoxSubject & { readonly committee: Parameters<typeof everythingOf>[1] };

/**
 * Makes the box's key, seals its secret half to each pair of holders and forgets it; the roll is fixed. Refusals:
 * keys-missing {taken, needed}; box-not-prepared.
 */
export async function openBox(
  act: Act,
  urns: Urns,
  input: { subject: OfSubject; electors: readonly PersonId[] },
): Promise<Outcome<BoxId, 'keys-missing' | 'box-not-prepared'>> {
  const { store } = act;
  const found = await boxes.findBoxOf(store, everythingOf(act, input.subject.committee), input.subject);
  if (!found) return refused('box-not-prepared');
  await boxes.holdBox(store, found.id);
  const holders = await boxes.keysOf(store, found.id);
  if (holders.length < keyholderCount) {
    return refused('keys-missing', { taken: holders.length, needed: keyholderCount });
  }
  const { publicKey, secretKey } = makeRoundKey();
  const shares = shareOut(found.id, secretKey, holders);
  secretKey.fill(0);
  if (!(await boxes.changeBox(store, found.id, 'prepared', { state: 'open', publicKey }))) {
    return refused('box-not-prepared');
  }
  await boxes.insertShares(store, found.id, shares);
  await fillBox(act, urns, found, input.electors);
  return done(found.id);
}

/** The roll and an empty urn. */
export async function fillBox(
  { store }: Act,
  urns: Urns,
  { id, paperSize }: Pick<Box, 'id' | 'paperSize'>,
  electors: readonly PersonId[],
): Promise<void> {
  const chunks = chunksFor(electors.length);
  await urn.insertRoll(
    store,
    id,
    electors.map((person, index) => ({ person, chunk: chunks[index] ?? 0 })),
  );
  const empty = [...new Set(chunks)].map((chunk) => ({
    chunk,
    sealed: writeUrn(urns.secret, { box: id, chunk, paperSize }, []),
  }));
  await urn.insertChunks(store, id, empty);
}

/** Taken back before or just after the opening; nobody has sent anything. */
export async function cancelBox(act: Act, subject: OfSubject): Promise<void> {
  const box = await boxes.findBoxOf(act.store, everythingOf(act, subject.committee), subject);
  if (!box) return;
  await boxes.changeBox(act.store, box.id, 'prepared', { state: 'cancelled' });
  await boxes.changeBox(act.store, box.id, 'open', { state: 'cancelled' });
  await refresh(act.store, act, { kind: cardKinds.takeKey, ids: { box: box.id } });
}

export interface ClosedBox {
  readonly returned: number;
  readonly electors: number;
  /** False: fewer than `fewest` papers, which nobody opens. */
  readonly isToBeOpened: boolean;
}

/**
 * Freezes the box: a paper on its way is in it or is refused. With enough papers the three holders are asked for their
 * words, else nobody is: too few papers would give their authors away. Null: it was not open.
 */
export async function closeBox(act: Act, subject: OfSubject, fewest: number): Promise<ClosedBox | null> {
  const { store } = act;
  const box = await boxes.findBoxOf(store, everythingOf(act, subject.committee), subject);
  if (!box) return null;
  await urn.holdChunks(store, box.id);
  const { electors, sent } = await urn.turnout(store, box.id);
  const isToBeOpened = sent >= fewest;
  const state = isToBeOpened ? 'closed' : 'withheld';
  if (!(await boxes.changeBox(store, box.id, 'open', { state, closedAt: act.now }))) return null;
  await record(store, act, {
    kind: 'sealing.closed',
    committee: box.committee,
    subject: { kind: subject.kind, id: subject.id },
    facts: { box: box.id, returned: sent, electors, isToBeOpened },
  });
  if (isToBeOpened && box.isUnnamed) {
    await enqueue(store, { name: 'open-unnamed', payload: { box: box.id } }, { now: act.now });
  }
  const holders = isToBeOpened ? await boxes.keyholdersOf(store, box.id) : [];
  await sendAll(
    store,
    act,
    holders.map(({ person }) => ({ ...keyholderCard(cardKinds.typeWords, box, person), mayRepeat: true })),
  );
  await refresh(store, act, { kind: cardKinds.takeKey, ids: { box: box.id } });
  return { returned: sent, electors, isToBeOpened };
}
