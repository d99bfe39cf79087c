/** The cards of an announcement: private ones in protocol order, and one post in the channel that names nobody. */

import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, sendAll } from '../../../delivery/send.ts';
import type { Card } from '../../../delivery/types.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import { asId, type ConferenceId, type PersonId } from '../../../kernel/ids.ts';
import { enqueue } from '../../../queue/enqueue.ts';
import type { Committee } from '../../committees/types.ts';
import { clockworkAct } from '../../workspaces/operations/workspaces.ts';
import { endOf, isHeld } from '../rules/life.ts';
import * as conferences from '../store/conferences.ts';
import type { Conference, HeldAct, Revision, Summoned } from '../types.ts';
import { findSeen } from './look.ts';

export interface About {
  readonly committee: Committee;
  readonly conference: ConferenceId;
  readonly revision: Revision;
  readonly held: NonNullable<Conference['held']>;
  /** Whose cases the private cards may show. */
  readonly nominees: readonly PersonId[];
}

export const cardKinds = ['conferences.invitation', 'conferences.released', 'conferences.cancelled'] as const;
export type CardKind = (typeof cardKinds)[number];

/** Everything of one announcement is one batch, held together; two statements however many people. */
export async function sendAnnouncement(
  tx: StoreHandle,
  act: Act,
  about: About,
  groups: readonly { readonly kind: CardKind; readonly people: readonly Pick<Summoned, 'person'>[] }[],
  what: HeldAct,
): Promise<void> {
  const { committee, conference, revision, held, nominees } = about;
  const common = {
    committee: committee.id,
    ids: { conference, revision: String(revision.number) },
    holdUntil: held.until,
    batch: held.batch,
    validUntil: endOf(revision),
    mayRepeat: true,
  };
  const cards: Card[] = groups.flatMap(({ kind, people }) =>
    people.map((one) => ({
      ...common,
      nominees,
      kind,
      to: { person: one.person },
      key: `${kind}:${held.batch}:${one.person}`,
    })),
  );
  if (committee.channel !== null) {
    cards.push({
      ...common,
      kind: 'conferences.channel',
      ids: { ...common.ids, what },
      to: { channel: committee.channel },
      key: `conferences.channel:${held.batch}`,
      mayRepeat: false,
    });
  }
  await sendAll(tx, act, cards);
  await enqueue(
    tx,
    { name: 'conference-settled', payload: { conference, batch: held.batch } },
    { now: act.now, at: held.until, key: `conference-settled:${held.batch}` },
  );
}

/**
 * The minute is over: cards of this conference posted earlier are worded again, because only now is the announcement
 * out for everybody. Those of the announcement itself are worded after the minute and say so already. An announcement that was undone, or replaced by a later one, is nothing.
 */
export async function settleAnnouncement(
  store: StoreHandle,
  input: { readonly conference: string; readonly batch: string },
  now: Date,
): Promise<void> {
  const id = asId<ConferenceId>(input.conference);
  const workspace = await conferences.workspaceOf(store, id);
  if (!workspace) return;
  const act = clockworkAct(store, workspace, now);
  await inTransaction(act, async (tx) => {
    const found = await findSeen(inside(act, tx), id);
    if (!found.ok) return;
    const { conference } = found.value;
    if (conference.held?.batch !== input.batch || isHeld(conference, now)) return;
    for (const kind of ['conferences.invitation', 'conferences.delegate', 'conferences.stand-in']) {
      await refresh(tx, act, { kind, ids: { conference: id }, exceptBatch: input.batch });
    }
  });
}

/** A person's own cards of this conference, and their deputy's, show the answer that stands now. */
export async function redrawOwn(act: Act, conference: ConferenceId, person: PersonId): Promise<void> {
  await refresh(act.store, act, { kind: 'conferences.stand-in', ids: { conference, for: person } });
  await refresh(act.store, act, { kind: 'conferences.invitation', ids: { conference }, persons: [person] });
}
