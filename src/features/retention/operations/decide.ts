/** A named person decides on what has come to its end: erased, or put off with a reason until a day. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { HoldsPeople } from '../../../kernel/held-people.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, isPlainDate, type PlainDate } from '../../../kernel/time.ts';
import type { AccessRefusal } from '../../access/operations.ts';
import { beginErasure } from '../../personal-data/operations/effects.ts';
import { eraseUnasked } from '../../personal-data/operations/erase.ts';
import { reasonMax } from '../rules/periods.ts';
import * as store from '../store/proposals.ts';
import type { Ground } from '../types.ts';
import { type At, findOpen } from './look.ts';
import { proposedCard } from './watch.ts';

export type DecideRefusal = AccessRefusal | 'retention-unknown';

/**
 * What an erasure on request does (features/personal-data), decided anew while nobody else can write about the person.
 * `placeholder` stands in the name's place from now on. It cannot be undone. Refusals: access (people.erase),
 * retention-unknown (decided, closed, or no longer over), erasure-obstructed.
 */
export async function confirmProposal(
  act: Act,
  input: At & { readonly placeholder: string },
  holders: readonly HoldsPeople[],
): Promise<Outcome<{ readonly texts: number }, DecideRefusal | 'erasure-obstructed'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findOpen(here, input, holders);
    if (!found.ok) return found;
    const { id, person } = found.value.proposal;
    const rows = await beginErasure(here, person, holders);
    if (!rows.ok) return rows;
    // Somebody may have written about the person before the lock was held.
    const still = await findOpen(here, input, holders);
    const { committee, placeholder } = input;
    const by = act.person;
    const decision = { state: 'erased', at: act.now, committee } as const;
    if (!still.ok || !by || !(await store.decideProposal(tx, id, { ...decision, by }))) {
      return refused('retention-unknown');
    }
    const facts = { proposal: id };
    const texts = await eraseUnasked(here, { committee, person, rows: rows.value, placeholder, facts, by }, holders);
    await refresh(tx, act, { kind: proposedCard, ids: { committee } });
    return done({ texts });
  });
}

/**
 * Kept until a day, though every period is over; proposed again the night after it. Whoever asks for erasure meanwhile is
 * told that it stands in the way. Refusals: access (people.erase), retention-unknown, retention-reason-missing,
 * retention-reason-too-long, retention-until-past {today}.
 */
export async function postponeProposal(
  act: Act,
  input: At & { readonly ground: Ground; readonly until: PlainDate; readonly reason: string },
  holders: readonly HoldsPeople[],
): Promise<
  Outcome<void, DecideRefusal | 'retention-reason-missing' | 'retention-reason-too-long' | 'retention-until-past'>
> {
  const reason = input.reason.trim().normalize('NFC');
  const { committee, ground, until } = input;
  const today = dateIn(act.zone, act.now);
  if (reason === '') return refused('retention-reason-missing', {}, 'reason');
  if (reason.length > reasonMax) return refused('retention-reason-too-long', { max: reasonMax }, 'reason');
  if (!isPlainDate(until) || until <= today) return refused('retention-until-past', { today }, 'until');
  return inTransaction(act, async (tx) => {
    const found = await findOpen(inside(act, tx), input, holders);
    if (!found.ok) return found;
    const { id, person } = found.value.proposal;
    const by = act.person;
    const decision = { state: 'postponed', at: act.now, committee, postponed: { ground, until, reason } } as const;
    if (!by || !(await store.decideProposal(tx, id, { ...decision, by }))) return refused('retention-unknown');
    await record(tx, act, {
      ...{ kind: 'retention.postponed', committee, subject: { kind: 'person', id: person }, nominee: person },
      facts: { proposal: id, ground, until, reason: hashOf(reason) },
    });
    await refresh(tx, act, { kind: proposedCard, ids: { committee } });
    return done();
  });
}

/** Proposed again the next night, if it is still so. Refusals: access (people.erase), retention-unknown. */
export async function endPostponement(
  act: Act,
  at: At,
  holders: readonly HoldsPeople[],
): Promise<Outcome<void, DecideRefusal>> {
  return inTransaction(act, async (tx) => {
    const found = await findOpen(inside(act, tx), at, holders, true);
    if (!found.ok) return found;
    const { id, person } = found.value.proposal;
    const by = act.person;
    if (!by || !(await store.liftPostponement(tx, id, { at: act.now, by }))) return refused('retention-unknown');
    await record(tx, act, {
      ...{ kind: 'retention.postponement-ended', committee: at.committee, nominee: person },
      ...{ subject: { kind: 'person', id: person }, facts: { proposal: id } },
    });
    return done();
  });
}
