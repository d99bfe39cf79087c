/** The own unit of somebody from elsewhere answers itself: at an address, once, without an account. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, NominationId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise, clockworkViewer } from '../../access/operations.ts';
import { type MadeLink, makeLink, spendLink } from '../../answer-links/operations.ts';
import type { Behind } from '../../answer-links/types.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { holdPlan, planOf } from '../../plans/operations/look.ts';
import type { Plan } from '../../plans/types.ts';
import { checkInquiry, checkOpinion, isFromElsewhere, type OwnUnitRefusal } from '../rules.ts';
import { findNomination } from '../store/nominations.ts';
import { inquiryOf, type KeptInquiry, keepInquiry } from '../store/own-unit.ts';
import { type InquiryId, inquirySubject, type Nomination, type OwnUnitAnswer } from '../types.ts';
import { keepers, tellAll } from './tell.ts';

/**
 * For what was asked last; another letter makes the address useless, and so does another address. Right:
 * candidates.enter. Refusals: nomination-unknown, own-unit-not-asked-for (no name from elsewhere that stands),
 * own-unit-not-asked, own-unit-answered.
 */
export async function createOwnUnitLink(
  act: Act,
  input: { readonly committee: CommitteeId; readonly nomination: NominationId },
): Promise<
  Outcome<
    MadeLink,
    AccessRefusal | 'nomination-unknown' | 'own-unit-not-asked-for' | 'own-unit-not-asked' | 'own-unit-answered'
  >
> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, input.committee, 'candidates.enter');
    if (!viewer.ok) return viewer;
    const found = await findNomination(tx, viewer.value, input.nomination);
    if (!found) return refused('nomination-unknown');
    await holdPlan(here, viewer.value, found.plan);
    const nomination = await findNomination(tx, viewer.value, input.nomination);
    if (!nomination) return refused('nomination-unknown');
    if (!isFromElsewhere(nomination)) return refused('own-unit-not-asked-for');
    const inquiry = await inquiryOf(tx, nomination.id);
    if (!inquiry) return refused('own-unit-not-asked');
    if (inquiry.answer !== null) return refused('own-unit-answered');
    const made = await makeLink(here, input.committee, { kind: inquirySubject, id: inquiry.id });
    if (!made) return refused('nomination-unknown');
    await note(here, input.committee, nomination, 'own-unit-link-made', { validUntil: made.validUntil });
    return done(made);
  });
}

export interface InquiryBehind {
  readonly inquiry: KeptInquiry;
  readonly nomination: Nomination;
  readonly fullName: string;
  readonly plan: Plan;
}

/** What the unit is asked. Refuses own-unit-over: answered otherwise, asked anew, or no longer put forward. */
export async function inquiryBehind({
  act,
  committee,
  subject,
}: Behind): Promise<Outcome<InquiryBehind, 'own-unit-over'>> {
  const everything = clockworkViewer(act, committee.id);
  const inquiry = await inquiryOf(act.store, { id: subject.id as InquiryId });
  const nomination = inquiry && (await findNomination(act.store, everything, inquiry.nomination));
  if (!nomination || inquiry.answer !== null || !isFromElsewhere(nomination)) return refused('own-unit-over');
  const plan = await planOf(act, everything, nomination.plan);
  const [person] = await peopleByIds(act, committee.id, [nomination.person]);
  return plan && person ? done({ inquiry, nomination, plan, fullName: person.fullName }) : refused('own-unit-over');
}

/**
 * Kept as answered today, in the committee's zone; those who keep the list are told. Refusals: own-unit-over, link-spent,
 * own-unit-answer-missing, own-unit-note-missing (of whoever does not simply agree), own-unit-text-too-long {max}.
 */
export async function answerByUnit(
  behind: Behind,
  said: { readonly answer: OwnUnitAnswer | null; readonly note: string | null; readonly reference: string | null },
): Promise<
  Outcome<void, OwnUnitRefusal | 'own-unit-over' | 'link-spent' | 'own-unit-answer-missing' | 'own-unit-note-missing'>
> {
  const { act, committee } = behind;
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const before = await inquiryBehind({ ...behind, act: here });
    if (!before.ok) return before;
    await holdPlan(here, clockworkViewer(here, committee.id), before.value.plan.id);
    const found = await inquiryBehind({ ...behind, act: here });
    if (!found.ok) return found;
    const { nomination, inquiry: asked } = found.value;
    const opinion = checkOpinion(said);
    if (!opinion.ok) return opinion;
    const today = dateIn(committee.zone, act.now);
    // Where the committee secretary's calendar is a day ahead, the answer is not older than the letter.
    const answeredOn = [today, asked.askedOn].sort().at(-1) ?? today;
    const { unit, askedOn, letter } = asked;
    const inquiry = { unit, askedOn, letter, ...opinion.value, answeredOn, recordedBy: null };
    const checked = checkInquiry(inquiry, nomination, answeredOn);
    if (!checked.ok) return checked;
    const spent = await spendLink(here, behind);
    if (!spent.ok) return spent;
    await keepInquiry(tx, nomination.id, inquiry, act.now);
    const { answer } = opinion.value;
    const facts = { answeredOn, answer, way: 'link', note: inquiry.note && hashOf(inquiry.note) };
    await note(here, committee.id, nomination, 'own-unit-answered', facts);
    await refresh(tx, act, { nominees: [nomination.person] });
    const to = await keepers(here, committee.id, nomination.person);
    const about = { committee: committee.id, nomination: nomination.id, person: nomination.person };
    await tellAll(here, { ...about, version: `own-unit-${asked.id}` }, [{ kind: 'nominations.own-unit-answered', to }]);
    return done();
  });
}

async function note(
  act: Act,
  committee: CommitteeId,
  { id, person }: Nomination,
  what: string,
  facts: Parameters<typeof record>[2]['facts'],
): Promise<void> {
  const subject = { kind: 'nomination', id } as const;
  await record(act.store, act, { kind: `nominations.${what}`, committee, subject, nominee: person, facts });
}
