/** Items that are adopted together: a member has one discussed on its own, and nobody keeps who it was. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, sendAll } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, ConferenceId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { Viewer } from '../../access/types.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { objectedLists } from '../../reviews/operations/standing.ts';
import { consentBlock } from '../rules/agenda.ts';
import { endOf } from '../rules/life.ts';
import { liftItem } from '../store/drafts.ts';
import { nomineesShown } from '../store/nominees.ts';
import { wholeAgenda } from '../store/sitting.ts';
import * as summons from '../store/summons.ts';
import type { AgendaItem, AgendaItemId, Revision } from '../types.ts';
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
    await lift(inside(act, tx), { viewer, committee: committee.id, conference: conference.id, revision }, item.id);
    return done({ item });
  });
}

interface Lifting {
  readonly viewer: Viewer;
  readonly committee: CommitteeId;
  readonly conference: ConferenceId;
  readonly revision: Pick<Revision, 'number' | 'startsAt' | 'minutes'>;
}

async function lift(act: Act, about: Lifting, item: AgendaItemId): Promise<void> {
  const { viewer, committee, conference, revision } = about;
  if (!(await liftItem(act.store, conference, item, act.now))) return;
  await record(
    act.store,
    { ...act, member: null, person: null },
    {
      kind: 'conferences.item-lifted',
      committee,
      subject: { kind: 'conference', id: conference },
      facts: { item },
    },
  );
  const members = await membersOf(act, committee);
  const nominees = await nomineesShown(act.store, viewer, conference, revision.number);
  const told = members.filter(({ roles }) => roles.includes('clerk') || roles.includes('chair'));
  await sendAll(
    act.store,
    act,
    told.map(({ person }) => ({
      kind: 'conferences.lifted',
      ids: { conference, item },
      to: { person },
      committee,
      nominees,
      key: `conferences.lifted:${conference}:${item}:${person}`,
      validUntil: endOf(revision),
    })),
  );
  // The same card for everybody at once, so that nobody's tells more than another's.
  await refresh(act.store, act, { kind: 'conferences.invitation', ids: { conference } });
}

/**
 * Items of the consent block to whose list somebody objected leave it, as if a member had asked: also where the case is
 * closed to whoever schedules or opens, who learns from it no more than from a member's wish. The caller is inside a
 * transaction and has authorised.
 */
export async function liftObjected(act: Act, about: Lifting): Promise<void> {
  const agenda = await wholeAgenda(act.store, about.viewer, about.conference, about.revision.number);
  const block = agenda.filter(({ inConsent }) => inConsent);
  const lists = block.flatMap(({ list }) => (list === null ? [] : [list]));
  const objected = await objectedLists(act, about.committee, lists);
  for (const { id, list } of block) if (list && objected.has(list)) await lift(act, about, id);
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
