/** What follows from a recusal or its lifting: reminders fall silent, the committee secretary knows, a deputy leads. */
import { record } from '../../../audit/record.ts';
import { refresh, sendAll } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { redrawCardsOf } from '../../deadlines/operations/cards.ts';
import { redrawKeyCardsOf } from '../../sealing/operations/cards.ts';
import * as rounds from '../store/rounds.ts';
import { cardKinds } from './cards.ts';
import { type Lead, leadersOf } from './lead.ts';
import { askToLead, stopLeading } from './take-on.ts';
import { membersWith, tellSynthesis } from './tell.ts';

export interface Case {
  readonly committee: CommitteeId;
  readonly person: PersonId;
  readonly nominee: PersonId;
}

/**
 * `act` is inside the transaction that changes the recusal. `before` is who led the case until then. Who is recused is
 * told nothing: what they find afterwards is as if there were no case.
 */
export async function followRecusal(act: Act, changed: Case, before: Lead): Promise<void> {
  const { committee, person, nominee } = changed;
  await redrawCardsOf(act.store, act, { committee, person });
  await redrawKeyCardsOf(act.store, act, { committee, person });
  const after = await leadOf(act, changed);
  if (after.leader !== before.leader) await handOver(act, changed, before, after);
  const clerks = await membersWith(act, changed, 'review.record');
  await sendAll(
    act.store,
    act,
    clerks
      .filter((clerk) => clerk.person !== act.person && clerk.person !== person)
      .map((clerk) => ({
        kind: cardKinds.conflictNoted,
        ids: { committee, person, nominee },
        to: { person: clerk.person },
        committee,
        key: `${cardKinds.conflictNoted}:${person}:${nominee}:${act.now.getTime()}:${clerk.person}`,
        nominees: [nominee],
      })),
  );
}

export async function leadOf(act: Act, { committee, nominee }: Pick<Case, 'committee' | 'nominee'>): Promise<Lead> {
  const leads = await leadersOf(act, committee, [nominee]);
  return leads.get(nominee) ?? { leader: null, isHandedOver: false };
}

/** The deputy gets the case and what is there of its syntheses; whoever led it in place of the chair keeps no card of it. */
export async function handOver(
  act: Act,
  about: Pick<Case, 'committee' | 'nominee'>,
  before: Lead,
  after: Lead,
): Promise<void> {
  const { committee, nominee } = about;
  if (before.leader && before.isHandedOver)
    await refresh(act.store, act, { persons: [before.leader], nominees: [nominee] });
  await stopLeading(act, about);
  if (!after.isHandedOver) return;
  await record(act.store, act, {
    kind: 'reviews.case-handed-over',
    committee,
    subject: { kind: 'person', id: nominee },
    nominee,
    facts: { to: after.leader },
  });
  const { leader } = after;
  if (!leader) return;
  await askToLead(act, about, leader);
  await sendAll(act.store, act, [
    {
      kind: cardKinds.caseHandedOver,
      ids: { committee, nominee },
      to: { person: leader },
      committee,
      key: `${cardKinds.caseHandedOver}:${nominee}:${leader}:${act.now.getTime()}`,
      nominees: [nominee],
    },
  ]);
  for (const round of await rounds.roundsAbout(act.store, committee, nominee)) {
    if (round.state !== 'closed') continue;
    await rounds.addTold(act.store, round.id, leader);
    await tellSynthesis(act, { id: round.id, committee }, round.synthesisVersion, [leader]);
  }
}
