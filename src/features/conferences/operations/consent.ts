/** Items that are adopted together: a member has one discussed on its own, and nobody keeps who it was. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, sendAll } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { ConferenceId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { consentBlock } from '../rules/agenda.ts';
import { endOf } from '../rules/life.ts';
import { liftItem } from '../store/drafts.ts';
import { nomineesShown } from '../store/nominees.ts';
import * as summons from '../store/summons.ts';
import type { AgendaItem, AgendaItemId } from '../types.ts';
import { findSeen } from './look.ts';

export type LiftRefusal =
  | 'conference-unknown'
  | 'conference-cancelled'
  | 'conference-begun'
  | 'not-summoned'
  | 'lift-not-yours'
  | 'item-not-in-consent';

/**
 * Until the start whoever is summoned and counts may have an item of the consent block discussed on its own; it does not
 * go back. Neither the event nor a card says who asked. Twice, or two at once, is once.
 */
export async function liftOut(
  act: Act,
  input: { readonly conference: ConferenceId; readonly item: AgendaItemId },
): Promise<Outcome<{ readonly item: AgendaItem }, LiftRefusal>> {
  return inTransaction(act, async (tx) => {
    const found = await findSeen(inside(act, tx), input.conference);
    if (!found.ok) return found;
    const { viewer, committee, conference, revision, isCancelled } = found.value;
    if (!revision) return refused('conference-unknown');
    if (isCancelled) return refused('conference-cancelled');
    if (revision.startsAt <= act.now) return refused('conference-begun', { start: revision.startsAt, now: act.now });
    const { own } = await summons.summonsOf(tx, viewer, conference.id, revision.number, act.person);
    if (!own) return refused('not-summoned');
    if (!own.counts) return refused('lift-not-yours');
    const item = revision.agenda.find(({ id, inConsent }) => id === input.item && inConsent);
    if (!item) return refused('item-not-in-consent');
    if (!(await liftItem(tx, conference.id, item.id, act.now))) return done({ item });
    const nobody = { ...inside(act, tx), member: null, person: null };
    await record(tx, nobody, {
      kind: 'conferences.item-lifted',
      committee: committee.id,
      subject: { kind: 'conference', id: conference.id },
      facts: { item: item.id },
    });
    const members = await membersOf(inside(act, tx), committee.id);
    const nominees = await nomineesShown(tx, viewer, conference.id, revision.number);
    const told = members.filter(({ roles }) => roles.includes('clerk') || roles.includes('chair'));
    await sendAll(
      tx,
      act,
      told.map(({ person }) => ({
        kind: 'conferences.lifted',
        ids: { conference: conference.id, item: item.id },
        to: { person },
        committee: committee.id,
        nominees,
        key: `conferences.lifted:${conference.id}:${item.id}:${person}`,
        validUntil: endOf(revision),
      })),
    );
    // The same card for everybody at once, so that nobody's tells more than another's.
    await refresh(tx, act, { kind: 'conferences.invitation', ids: { conference: conference.id } });
    return done({ item });
  });
}

export interface ConsentSeen {
  readonly conference: ConferenceId;
  /** Of the agenda as the acting person sees it: number from 1. */
  readonly items: readonly { readonly number: number; readonly item: AgendaItem }[];
  readonly mayLift: boolean;
}

export async function seeConsentBlock(act: Act, id: ConferenceId): Promise<Outcome<ConsentSeen, 'conference-unknown'>> {
  const found = await findSeen(act, id);
  if (!found.ok) return found;
  const { viewer, revision, isCancelled } = found.value;
  if (!revision) return refused('conference-unknown');
  const { own } = await summons.summonsOf(act.store, viewer, id, revision.number, act.person);
  const inBlock = new Set(consentBlock(revision.agenda).map((item) => item.id));
  return done({
    conference: id,
    items: revision.agenda
      .map((item, index) => ({ number: index + 1, item }))
      .filter(({ item }) => inBlock.has(item.id)),
    mayLift: own?.counts === true && !isCancelled && revision.startsAt > act.now,
  });
}
