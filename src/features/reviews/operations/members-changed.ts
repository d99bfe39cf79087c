/** Somebody left the committee or holds another role: what they were to do in rounds and cases goes to whoever follows them. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { recusalsSeenBy } from '../../access/operations.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { keepsLead } from '../rules/lead.ts';
import { standingLeads } from '../store/leads.ts';
import * as receipts from '../store/receipts.ts';
import { roundsAbout } from '../store/rounds.ts';
import { cardKinds, invitationKey, roundSubject } from './cards.ts';
import { leadersOf } from './lead.ts';
import { handOver } from './recused.ts';
import { everythingOf } from './seat.ts';
import { membersWith } from './tell.ts';

/** A deputy who may comment no more answers for nobody: the list is the member's own again. For the clockwork; twice is once. */
export async function takeBackFromLeavers(act: Act, committee: CommitteeId): Promise<void> {
  await inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const passed = await receipts.passedInOpenRounds(tx, committee);
    const able = new Set((await membersWith(here, { committee }, 'review.comment')).map(({ person }) => person));
    for (const { round, person, to } of passed.filter((one) => !able.has(one.to))) {
      await receipts.putPassed(tx, round, person, null, act.now);
      const subject = { kind: roundSubject, id: round };
      await record(tx, act, { kind: 'reviews.passed-on', committee, subject, facts: { to: null, left: to } });
      await refresh(tx, act, { kind: cardKinds.passedOn, ids: { round, person } });
      await refresh(tx, act, { key: invitationKey(round, person) });
    }
  });
}

/**
 * A case led in place of the chair goes back when a chair is there who is free of it, and on when the deputy leads no
 * more. A chair who came to be chair while recused from somebody under review has that case handed over. Who is merely
 * away keeps what they lead.
 */
export async function handLeadsOn(act: Act, committee: CommitteeId): Promise<void> {
  await inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const everything = everythingOf(here, { committee });
    const members = await membersOf(here, committee);
    const recusals = await recusalsSeenBy(here, everything);
    const standing = new Map((await standingLeads(tx, everything)).map((lead) => [lead.nominee, lead.leader]));
    const chairs = new Set(members.filter(({ roles }) => roles.includes('chair')).map(({ person }) => person));
    const ofChairs = recusals.filter(({ person }) => chairs.has(person)).map(({ nominee }) => nominee);
    const nominees = [...new Set<PersonId>([...standing.keys(), ...ofChairs])];
    const leads = await leadersOf(here, committee, nominees);
    for (const nominee of nominees) {
      const leader = standing.get(nominee) ?? null;
      const after = leads.get(nominee);
      if (!after || (leader ? keepsLead(members, leader, nominee, recusals) : !after.isHandedOver)) continue;
      const isOpen = (await roundsAbout(tx, committee, nominee)).some(({ state }) => state === 'open');
      if (leader || isOpen)
        await handOver(here, { committee, nominee }, { leader, isHandedOver: leader !== null }, after);
    }
  });
}
