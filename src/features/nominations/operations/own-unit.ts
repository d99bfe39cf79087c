/** The own unit of somebody from elsewhere is asked, and answers: recorded by whoever keeps the list. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { tidyName } from '../../../i18n/names.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, NominationId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { holdPlan } from '../../plans/operations/look.ts';
import { checkInquiry, type OwnUnitRefusal } from '../rules.ts';
import { findNomination } from '../store/nominations.ts';
import { inquiryOf, keepInquiry } from '../store/own-unit.ts';
import type { Nomination, OwnUnitInquiry } from '../types.ts';

/** Recording again takes the place of what was recorded, which is kept. Right: candidates.enter. */
export async function recordOwnUnit(
  act: Act,
  input: {
    readonly committee: CommitteeId;
    readonly nomination: NominationId;
    readonly inquiry: Omit<OwnUnitInquiry, 'recordedBy'>;
  },
): Promise<Outcome<Nomination, AccessRefusal | OwnUnitRefusal | 'nomination-unknown'>> {
  return inTransaction(act, async (tx) => {
    const viewer = await authorise(inside(act, tx), input.committee, 'candidates.enter');
    if (!viewer.ok) return viewer;
    const found = await findNomination(tx, viewer.value, input.nomination);
    if (!found) return refused('nomination-unknown');
    await holdPlan(inside(act, tx), viewer.value, found.plan);
    const nomination = await findNomination(tx, viewer.value, input.nomination);
    if (!nomination) return refused('nomination-unknown');
    const tidy = (text: string | null) => text?.normalize('NFC').trim() || null;
    const { unit, askedOn, answer, answeredOn } = input.inquiry;
    const [letter, reference, note] = [input.inquiry.letter, input.inquiry.reference, input.inquiry.note].map(tidy);
    const inquiry = {
      ...{ unit: tidyName(unit), askedOn, answer, answeredOn },
      ...{ letter: letter ?? null, reference: reference ?? null, note: note ?? null },
    };
    const checked = checkInquiry(inquiry, nomination, dateIn(act.zone, act.now));
    if (!checked.ok) return checked;
    const before = await inquiryOf(tx, nomination.id);
    await keepInquiry(tx, nomination.id, { ...inquiry, recordedBy: act.person }, act.now);
    await record(tx, act, {
      kind: answer === null ? 'nominations.own-unit-asked' : 'nominations.own-unit-answered',
      committee: input.committee,
      subject: { kind: 'nomination', id: nomination.id },
      nominee: nomination.person,
      facts: { askedOn, answeredOn, answer, corrects: before !== null, note: inquiry.note && hashOf(inquiry.note) },
    });
    await refresh(tx, act, { nominees: [nomination.person] });
    return done(nomination);
  });
}
