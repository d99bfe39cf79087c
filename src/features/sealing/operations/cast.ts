/** Sending a paper. It leaves a tick on the roll and a record in the urn, and no other trace: no event, job, card or request. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { Bug } from '../../../kernel/errors.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { clockworkViewer } from '../../access/operations.ts';
import { type Cast, decideCasts } from '../rules/cast.ts';
import { sealPaper } from '../rules/paper.ts';
import { readReceipt, tagOf } from '../rules/receipt.ts';
import { readUrn, writeUrn } from '../rules/urn.ts';
import { findBox, findBoxOf } from '../store/boxes.ts';
import * as urn from '../store/urn.ts';
import type { Box, BoxId, BoxSubject } from '../types.ts';
import { type CastAnswer, gather, type Urns } from './urns.ts';

export type PaperRefusal =
  | 'box-not-open'
  | 'not-an-elector'
  | 'already-sent'
  | 'receipt-wrong'
  | 'receipt-locked'
  | 'paper-too-long';

/**
 * `receipt`: printed on the form, or typed by the person to replace an earlier paper. The same form sent again is
 * recognised by its receipt and gets the same answer; a request id would be a row with a time. The caller has decided
 * that the acting person may send this content now. Refusals: box-not-open, not-an-elector, already-sent,
 * receipt-wrong {left}, receipt-locked {max}, paper-too-long {bytes, max}.
 */
export async function castPaper(
  act: Act,
  urns: Urns,
  input: { subject: BoxSubject & { committee: Box['committee'] }; receipt: string; isTyped: boolean; content: string },
): Promise<Outcome<{ receipt: string; isReplaced: boolean }, PaperRefusal>> {
  const { subject, isTyped, content } = input;
  const viewer = clockworkViewer({ ...act, member: null, person: null }, subject.committee);
  const box = await findBoxOf(act.store, viewer, subject);
  if (!act.person || !box?.publicKey || box.state !== 'open') return refused('box-not-open');
  // One that cannot be a receipt is tried all the same: it counts as a wrong one.
  const receipt = readReceipt(input.receipt) ?? input.receipt;
  // From here on the content is sealed: no parameter, log line or error can show it.
  const sealed = sealPaper({ id: box.id, publicKey: box.publicKey, paperSize: box.paperSize }, { receipt, content });
  if (!sealed.ok) return sealed;
  const cast = { person: act.person, isTyped, tag: tagOf(urns.secret, box.id, receipt), box: sealed.value };
  const answer = await gather(urns, act, box.id, cast, (together, id, casts) =>
    writeTogether(together, urns, subject.committee, id, casts),
  );
  return answer.ok ? done({ receipt, ...answer.value }) : answer;
}

/** One transaction for all: lock the urn, look again whether it is open, decide, check that records and ticks agree, write. */
async function writeTogether(
  act: Act,
  urns: Urns,
  committee: Box['committee'],
  id: BoxId,
  casts: readonly Cast[],
): Promise<readonly CastAnswer[]> {
  return inTransaction(act, async (tx) => {
    const chunks = await urn.chunksOf(tx, id, [...new Set(casts.map(({ person }) => person))]);
    const answers = new Map<Cast, CastAnswer>();
    for (const chunk of [...new Set(chunks.values())].sort((a, b) => a - b)) {
      const here = casts.filter(({ person }) => chunks.get(person) === chunk);
      const given = await writeChunk(inside(act, tx), urns, { committee, id, chunk }, here);
      for (const [index, cast] of here.entries()) answers.set(cast, given[index] as CastAnswer);
    }
    return casts.map((cast) => answers.get(cast) ?? refused('not-an-elector'));
  });
}

async function writeChunk(
  act: Act,
  { secret }: Urns,
  at: { committee: Box['committee']; id: BoxId; chunk: number },
  casts: readonly Cast[],
): Promise<readonly CastAnswer[]> {
  const { id, chunk } = at;
  const stored = await urn.holdChunk(act.store, id, chunk);
  // Read after the lock: whoever closes the box holds every chunk while they do.
  const box = await findBox(act.store, clockworkViewer(act, at.committee), id);
  if (box?.state !== 'open') return casts.map(() => refused('box-not-open'));
  const place = { box: id, chunk, paperSize: box.paperSize };
  const electors = await urn.electorStates(act.store, id, personsOf(casts));
  const { records, ticks, wrong, answers } = decideCasts(electors, readUrn(secret, place, stored), casts);
  for (const person of wrong) await urn.countWrong(act.store, id, person);
  if (!answers.some(({ ok }) => ok)) return answers;
  const ticked = ticks.length === 0 ? 0 : await urn.tick(act.store, id, ticks);
  const isEven = ticked === ticks.length && (await urn.ticksIn(act.store, id, chunk)) === records.length;
  if (!isEven) throw new Bug('records in the urn and ticks on the roll differ');
  await urn.writeChunk(act.store, id, chunk, writeUrn(secret, place, records));
  return answers;
}

function personsOf(casts: readonly Cast[]): readonly PersonId[] {
  return [...new Set(casts.map(({ person }) => person))];
}
