/**
 * Reading the papers of a closed box: a few at once, very many in batches between which the process does its other work.
 * Nothing of what they say is written before all are read, and a batch leaves no trace but how many papers are read.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, freshSaving, inside } from '../../../kernel/act.ts';
import { Bug } from '../../../kernel/errors.ts';
import { openPaper, type Paper } from '../rules/paper.ts';
import { tagOf } from '../rules/receipt.ts';
import { readUrn } from '../rules/urn.ts';
import * as boxes from '../store/boxes.ts';
import * as urn from '../store/urn.ts';
import type { Box } from '../types.ts';
import { cardKinds } from './cards.ts';
import { everythingOf } from './look.ts';
import type { Urns } from './urns.ts';

/** A batch takes a tenth of a second; whoever has said nothing for so long is gone. */
const silenceMs = 30_000;
/** Some milliseconds; then the process answers whoever else is waiting. */
const papersAtOnce = 16;
/** Cards say how far it is so many times: each change is a message to three people. */
const cardTurns = 4;

export function readingGoesOn(now: Date): Date {
  return new Date(now.getTime() + silenceMs);
}

/** Inside a transaction; the box takes no papers any more. */
export async function readAll(act: Act, urns: Urns, box: Box, roundKey: Uint8Array): Promise<readonly Paper[]> {
  const papers: Paper[] = [];
  for (const chunk of await urn.chunkNumbers(act.store, box.id)) {
    papers.push(...(await readChunk(act, urns, { box, chunk, roundKey })));
  }
  return papers;
}

/**
 * Goes on after the answer; `open` then gets all papers, in one transaction of its own. Cut off, it leaves everything as
 * it was: one key-holder types again, and it begins anew.
 */
export function readInBatches(
  act: Act,
  urns: Urns,
  of: { readonly box: Box; readonly roundKey: Uint8Array; readonly papers: number },
  open: (act: Act, box: Box, papers: readonly Paper[]) => Promise<unknown>,
): void {
  const began = performance.now();
  const { id } = of.box;
  /** The same person, later: every transaction has its own time. */
  const later = (): Act => ({
    ...act,
    requestId: null,
    saving: freshSaving(),
    now: new Date(act.now.getTime() + Math.floor(performance.now() - began)),
  });

  async function read(): Promise<void> {
    const papers: Paper[] = [];
    let turns = 1;
    for (const chunk of await urn.chunkNumbers(act.store, id)) {
      if (urns.isStopping) return giveUp(papers.length);
      papers.push(...(await readChunk(act, urns, { ...of, chunk })));
      const isTurn = papers.length * cardTurns >= turns * of.papers;
      if (isTurn) turns += 1;
      await note(later(), papers.length, isTurn);
    }
    await inTransaction(later(), async (tx) => {
      const here = inside(later(), tx);
      await boxes.holdBox(tx, id);
      const box = await boxes.findBox(tx, everythingOf(here, of.box.committee), id);
      const { sent } = await urn.turnout(tx, id);
      // Somebody else was faster: what they stored stands.
      if (box?.state !== of.box.state) return;
      if (papers.length !== sent) throw new Bug('records in the urn and ticks on the roll differ');
      await boxes.noteReading(tx, id, { until: null, read: 0, inAll: 0 });
      await open(here, box, papers);
    });
  }

  async function note(now: Act, read: number, isTurn: boolean): Promise<void> {
    await inTransaction(now, async (tx) => {
      await boxes.noteReading(tx, id, { until: readingGoesOn(now.now), read, inAll: of.papers });
      if (isTurn) await refresh(tx, now, { kind: cardKinds.typeWords, ids: { box: id } });
    });
  }

  async function giveUp(read: number): Promise<void> {
    const now = later();
    await inTransaction(now, async (tx) => {
      await boxes.noteReading(tx, id, { until: null, read, inAll: of.papers });
      await refresh(tx, now, { kind: cardKinds.typeWords, ids: { box: id } });
    });
  }

  const reading = read()
    .catch(async (error: unknown) => {
      urns.onFailure(error);
      await giveUp(0);
    })
    // The database is gone as well: the silence will tell.
    .catch(() => {})
    .finally(() => {
      of.roundKey.fill(0);
      urns.readings.delete(reading);
    });
  urns.readings.add(reading);
}

/** Every record has to open, and to carry the receipt whose tag it lies under: nothing was put in, taken out or swapped. */
export async function readChunk(
  act: Act,
  { secret }: Urns,
  { box, chunk, roundKey }: { readonly box: Box; readonly chunk: number; readonly roundKey: Uint8Array },
): Promise<readonly Paper[]> {
  const sealed = await urn.frozenChunk(act.store, box.id, chunk);
  const records = readUrn(secret, { box: box.id, chunk, paperSize: box.paperSize }, sealed);
  if (records.length !== (await urn.ticksIn(act.store, box.id, chunk))) {
    throw new Bug('records in the urn and ticks on the roll differ');
  }
  const papers: Paper[] = [];
  for (const { tag, box: paperBox } of records) {
    const paper = openPaper(box.id, roundKey, paperBox);
    if (!paper || Buffer.compare(tagOf(secret, box.id, paper.receipt), tag) !== 0) {
      throw new Bug('a paper in the urn does not open');
    }
    papers.push(paper);
    if (papers.length % papersAtOnce === 0) await breathe();
  }
  return papers;
}
