/** The deputy who leads a case in place of the chair is asked to say so by a date: a duty like any other. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { addWorkingDays } from '../../../kernel/calendar.ts';
import { asId, type PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { eyesIn, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { workingCalendarOf } from '../../committees/operations/calendar.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { cancelDeadline, deadlinesOf, setDeadline } from '../../deadlines/operations/set.ts';
import type { Duties } from '../../deadlines/types/duties.ts';
import * as leads from '../store/leads.ts';
import type { LeadId, LeadRow } from '../types/conflicts.ts';
import { cardKinds } from './cards.ts';

type Case = Pick<LeadRow, 'committee' | 'nominee'>;

export const leadSubject = 'case-lead';

/** Working days to say so: the date is the committee secretary's to move, as any. Ours, no regulation names it. */
const takeOnDays = 2;

/** Inside the transaction that hands the case over; whoever was asked before is asked no more. */
export async function askToLead(act: Act, { committee, nominee }: Case, leader: PersonId): Promise<void> {
  const header = await committeeHeader(act, committee);
  if (!header) return;
  const calendar = workingCalendarOf(header, act.now);
  const id = await leads.insertLead(act.store, { committee, nominee, leader }, act.now);
  const date = addWorkingDays(calendar, dateIn(calendar.zone, act.now), takeOnDays);
  const subject = { kind: leadSubject, id };
  await setDeadline(act, { committee, subject, ladder: 'date', stated: { date, time: null } });
}

export async function stopLeading(act: Act, about: Case): Promise<void> {
  for (const id of await leads.endLeads(act.store, about, act.now)) {
    await cancelDeadline(act, { kind: leadSubject, id });
    await dutyDone(act.store, act, { subject: { kind: leadSubject, id } });
  }
}

/**
 * By the deputy, or entered for them by those who rule on conflicts. Leading the case does not wait for it. Refusals:
 * lead-unknown (handed on or back meanwhile, or not theirs to know), lead-taken.
 */
export async function takeOnCase(act: Act, id: LeadId): Promise<Outcome<LeadRow, 'lead-unknown' | 'lead-taken'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const lead = await findLead(here, id);
    if (!lead) return refused('lead-unknown');
    const isOwn = lead.leader === act.person;
    if (!(await leads.markTaken(tx, id, { at: act.now, recordedBy: isOwn ? null : act.person }))) {
      return refused('lead-taken');
    }
    const subject = { kind: leadSubject, id };
    await cancelDeadline(here, subject);
    await record(tx, act, {
      kind: 'reviews.case-taken-on',
      committee: lead.committee,
      subject: { kind: 'person', id: lead.nominee },
      nominee: lead.nominee,
      facts: { by: lead.leader },
      onBehalfOf: isOwn ? null : lead.leader,
    });
    await dutyDone(tx, act, { subject, persons: [lead.leader] });
    await refresh(tx, act, { kind: cardKinds.caseHandedOver, ids: { nominee: lead.nominee }, persons: [lead.leader] });
    return done(lead);
  });
}

async function findLead(act: Act, id: LeadId): Promise<LeadRow | null> {
  const [committee] = await leads.committeesOfLeads(act.store, [id]);
  if (!committee) return null;
  const viewer = await viewerOf(act, committee);
  const [lead] = await leads.standingLeads(act.store, viewer, { ids: [id] });
  return lead && (lead.leader === act.person || may(viewer, 'conflict.manage')) ? lead : null;
}

/** Of the cases that the viewer may know: which are still to be taken on, and since when by whom they are led. */
export async function leadsToTakeOn(act: Act, viewer: Viewer): Promise<ReadonlyMap<PersonId, LeadRow>> {
  const standing = await leads.standingLeads(act.store, viewer);
  return new Map(standing.filter(({ takenAt }) => takenAt === null).map((lead) => [lead.nominee, lead]));
}

/** Without the titles, which need words: interactions/duties.ts adds them. */
export const leadDuties: Duties = {
  subject: leadSubject,
  listedFor: 'conflict.manage',

  async owing(act, ids) {
    const standing = await leadsSeen(act, ids);
    const open = standing.filter(({ takenAt }) => takenAt === null);
    return new Map(open.map(({ id, leader }) => [id, [leader]] as const));
  },

  async dutiesOf(act, viewers) {
    const own = viewers.filter(({ roles }) => roles.includes('deputy'));
    const [leader] = own.flatMap(({ person }) => person ?? []);
    if (!leader) return [];
    const open = (await leads.standingLeads(act.store, own, { leader })).filter((one) => !one.takenAt);
    const dates = await deadlinesOf(
      act,
      leadSubject,
      open.map(({ id }) => id),
    );
    return open.map(({ id, committee }) => ({
      kind: 'reviews.lead',
      committee,
      subject: { kind: leadSubject, id },
      dueAt: dates.get(id)?.dueAt ?? null,
      facts: { committee },
    }));
  },
};

/** Those of these leads that the acting person may know of: another one has no name for them. */
export async function leadsSeen(act: Act, ids: readonly string[]): Promise<readonly LeadRow[]> {
  const wanted = ids.map((id) => asId<LeadId>(id));
  const eyes = await eyesIn(act, await leads.committeesOfLeads(act.store, wanted));
  return leads.standingLeads(act.store, eyes, { ids: wanted });
}
