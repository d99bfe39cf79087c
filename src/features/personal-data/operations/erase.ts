/**
 * A named person decides on a request for erasure: looks what would go and what stands in the way, refuses with the
 * reason, or erases.
 */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, send } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { HoldsPeople } from '../../../kernel/held-people.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { seePerson } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { reasonMax } from '../rules.ts';
import * as requests from '../store/requests.ts';
import type { ErasurePreview, ErasureRequest, ErasureRequestId } from '../types.ts';
import { askedCard } from './ask-erasure.ts';
import { beginErasure, effectsOf, finishErasure } from './effects.ts';

export const refusedCard = 'personal-data.erasure-refused';

export type ErasureRefusal = AccessRefusal | 'erasure-unknown' | 'erasure-of-oneself' | 'erasure-decided';
interface Input {
  readonly committee: CommitteeId;
  readonly request: ErasureRequestId;
}

/**
 * Nothing is changed. Refusals: access (people.erase), erasure-unknown (also where the case is closed to the acting
 * person), erasure-of-oneself (somebody else has to decide on one's own), erasure-decided.
 */
export async function previewErasure(
  act: Act,
  input: Input,
  holders: readonly HoldsPeople[],
): Promise<Outcome<ErasurePreview, ErasureRefusal>> {
  const found = await findOpen(act, input);
  if (!found.ok) return found;
  const { request, person } = found.value;
  return done({ request, ...(await effectsOf(act, person, holders)) });
}

/**
 * Everything at once or nothing. `placeholder` stands in the name's place from now on. Refusals: those of the preview,
 * erasure-obstructed (something is still going on, or a rule has it kept). It cannot be undone.
 */
export async function erasePerson(
  act: Act,
  input: Input & { readonly placeholder: string },
  holders: readonly HoldsPeople[],
): Promise<Outcome<{ readonly texts: number }, ErasureRefusal | 'erasure-obstructed'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findOpen(here, input);
    if (!found.ok) return found;
    const { request, person, by } = found.value;
    const rows = await beginErasure(here, person.id, holders);
    if (!rows.ok) return rows;
    const decided = await requests.decideRequest(tx, request.id, { state: 'erased', at: act.now, by, reason: null });
    if (!decided) return refused('erasure-decided');
    const { committee, placeholder } = input;
    const facts = { request: request.id };
    const texts = await finishErasure(
      here,
      { committee, person: person.id, rows: rows.value, placeholder, facts },
      holders,
    );
    await refresh(tx, act, { kind: askedCard, ids: { request: request.id } });
    return done({ texts });
  });
}

/**
 * Without a request, for a decision that another feature has written (features/retention); a request that waits is
 * settled by it. The caller has authorised, may see the person, and holds what `beginErasure` gave.
 */
export async function eraseUnasked(
  act: Act,
  erased: Parameters<typeof finishErasure>[1] & { readonly by: PersonId },
  holders: readonly HoldsPeople[],
): Promise<number> {
  const { by, ...what } = erased;
  const waiting = await requests.openRequestOf(act.store, what.person);
  if (waiting) {
    const decision = { state: 'erased', at: act.now, by, reason: null } as const;
    await requests.decideRequest(act.store, waiting.id, decision);
  }
  const texts = await finishErasure(act, what, holders);
  if (waiting) await refresh(act.store, act, { kind: askedCard, ids: { request: waiting.id } });
  return texts;
}

/**
 * The person is told the reason where they can be reached. Refusals: those of the preview, erasure-reason-missing,
 * erasure-reason-too-long.
 */
export async function refuseErasure(
  act: Act,
  input: Input & { readonly reason: string },
): Promise<Outcome<void, ErasureRefusal | 'erasure-reason-missing' | 'erasure-reason-too-long'>> {
  const reason = input.reason.trim().normalize('NFC');
  if (reason === '') return refused('erasure-reason-missing', {}, 'reason');
  if (reason.length > reasonMax) return refused('erasure-reason-too-long', { max: reasonMax }, 'reason');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findOpen(here, input);
    if (!found.ok) return found;
    const { request, person, by } = found.value;
    const decided = await requests.decideRequest(tx, request.id, { state: 'refused', at: act.now, by, reason });
    if (!decided) return refused('erasure-decided');
    await record(tx, act, {
      ...{ kind: 'personal-data.erasure-refused', committee: input.committee },
      ...{ subject: { kind: 'person', id: person.id }, nominee: person.id, facts: { reason: hashOf(reason) } },
    });
    await send(tx, act, {
      ...{ kind: refusedCard, ids: { request: request.id }, to: { person: person.id } },
      key: `${refusedCard}:${request.id}`,
    });
    await refresh(tx, act, { kind: askedCard, ids: { request: request.id } });
    return done();
  });
}

/** For the card to the person: the reason of the refusal. Null: it is not theirs. */
export async function ownRefusal(act: Act, id: ErasureRequestId): Promise<string | null> {
  const request = await requests.findRequest(act.store, act.workspace, id);
  return request?.state === 'refused' && request.person === act.person ? request.reason : null;
}

interface Open {
  readonly request: ErasureRequest;
  readonly person: Person;
  readonly by: PersonId;
}

async function findOpen(act: Act, { committee, request: id }: Input): Promise<Outcome<Open, ErasureRefusal>> {
  const viewer = await authorise(act, committee, 'people.erase');
  if (!viewer.ok) return viewer;
  const request = await requests.findRequest(act.store, act.workspace, id);
  const seen = request ? await seePerson(act, committee, request.person) : null;
  if (seen && !seen.ok) return seen;
  if (!request || !seen?.value || !act.person) return refused('erasure-unknown');
  if (request.person === act.person) return refused('erasure-of-oneself');
  if (request.state !== 'open') return refused('erasure-decided');
  return done({ request, person: seen.value, by: act.person });
}
