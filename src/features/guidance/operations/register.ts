/** Registers a committee's own guidance, corrects it, takes it back. Plans that were made keep what they were made under. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { tidyName } from '../../../i18n/names.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate, type PlainDate } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { ruleSetInForce } from '../../eligibility/operations.ts';
import type { RuleSet } from '../../eligibility/types.ts';
import { faultsOf } from '../rules/own-values.ts';
import * as store from '../store.ts';
import type { Guidance, GuidanceForm, GuidanceId, OwnRule } from '../types.ts';

export const textMax = 300;

export type GuidanceRefusal =
  | AccessRefusal
  | 'committee-unknown'
  | 'guidance-text-missing'
  | 'guidance-text-too-long'
  | 'guidance-date-unreadable'
  | 'guidance-without-values'
  | 'guidance-value-out-of-range'
  | 'guidance-known'
  | 'guidance-unknown';

export interface GuidanceSeen {
  readonly guidance: readonly Guidance[];
  readonly ruleSet: RuleSet;
  readonly mayEdit: boolean;
}

/** What holds and what held, and the rule set that it fills in. Refusals: access (plan.see). */
export async function seeGuidance(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<GuidanceSeen, AccessRefusal | 'committee-unknown'>> {
  const viewer = await authorise(act, committee, 'plan.see');
  if (!viewer.ok) return viewer;
  const header = await committeeHeader(act, committee);
  if (!header) return refused('committee-unknown');
  const guidance = await store.listGuidance(act.store, viewer.value);
  const ruleSet = ruleSetInForce(act, header.profile);
  return done({ guidance, ruleSet, mayEdit: may(viewer.value, 'plan.edit') });
}

/**
 * Plans made from now on have its values. `corrects`: the guidance whose place it takes. Refusals: access (plan.edit);
 * guidance-text-missing and -too-long beside their field; guidance-date-unreadable; guidance-without-values;
 * guidance-value-out-of-range {value, min, max}; guidance-known (number and date); guidance-unknown (corrects).
 */
export async function registerGuidance(
  act: Act,
  input: { committee: CommitteeId; form: GuidanceForm; corrects: GuidanceId | null },
): Promise<Outcome<GuidanceId, GuidanceRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, input.committee, 'plan.edit');
    if (!viewer.ok) return viewer;
    const header = await committeeHeader(within, input.committee);
    if (!header) return refused('committee-unknown');
    const form = checkForm(input.form, ruleSetInForce(within, header.profile));
    if (!form.ok) return form;
    const { corrects } = input;
    const end = { at: act.now, reason: form.value.reason };
    if (corrects && !(await store.endGuidance(tx, viewer.value, corrects, end))) return refused('guidance-unknown');
    const by = { at: act.now, person: act.person, corrects };
    const id = await store.insertGuidance(tx, viewer.value, form.value, by);
    if (!id) return refused('guidance-known', { number: form.value.number }, 'number');
    await record(tx, act, {
      kind: corrects ? 'guidance.corrected' : 'guidance.registered',
      committee: input.committee,
      subject: { kind: 'guidance', id },
      facts: {
        issuedOn: form.value.issuedOn,
        ...form.value.values,
        ...(corrects ? { corrects } : {}),
        reason: hashOf(form.value.reason),
      },
    });
    return done(id);
  });
}

/** It is of no account for plans made from now on. Refusals: access, guidance-text-missing (reason), guidance-unknown. */
export async function takeBackGuidance(
  act: Act,
  input: { committee: CommitteeId; guidance: GuidanceId; reason: string },
): Promise<Outcome<void, GuidanceRefusal>> {
  return inTransaction(act, async (tx) => {
    const viewer = await authorise(inside(act, tx), input.committee, 'plan.edit');
    if (!viewer.ok) return viewer;
    const reason = input.reason.normalize('NFC').trim();
    if (reason === '') return refused('guidance-text-missing', {}, 'reason');
    if (reason.length > textMax) return refused('guidance-text-too-long', { max: textMax }, 'reason');
    const isEnded = await store.endGuidance(tx, viewer.value, input.guidance, { at: act.now, reason });
    if (!isEnded) return refused('guidance-unknown');
    await record(tx, act, {
      kind: 'guidance.taken-back',
      committee: input.committee,
      subject: { kind: 'guidance', id: input.guidance },
      facts: { reason: hashOf(reason) },
    });
    return done();
  });
}

/** What a plan made now keeps; of one that was made on an earlier day, what had been issued by then. The earliest first. */
export async function ownRulesFor(act: Act, viewer: Viewer, day: PlainDate | null): Promise<readonly OwnRule[]> {
  const all = await store.listGuidance(act.store, viewer);
  return all
    .filter(({ endedAt, issuedOn }) => endedAt === null && (day === null || issuedOn <= day))
    .map(({ id, number, issuedOn, issuer, subject, reason, values }) => ({
      ...{ guidance: id as string, number, issuedOn, issuer, subject, reason, values },
    }));
}

function checkForm(typed: GuidanceForm, ruleSet: RuleSet): Outcome<GuidanceForm, GuidanceRefusal> {
  const form = {
    ...typed,
    number: tidyName(typed.number),
    issuer: tidyName(typed.issuer),
    subject: tidyName(typed.subject),
    reason: typed.reason.normalize('NFC').trim(),
  };
  for (const field of ['number', 'issuer', 'subject', 'reason'] as const) {
    if (form[field] === '') return refused('guidance-text-missing', {}, field);
    if (form[field].length > textMax) return refused('guidance-text-too-long', { max: textMax }, field);
  }
  if (!isPlainDate(form.issuedOn)) return refused('guidance-date-unreadable', {}, 'issuedOn');
  if (Object.keys(form.values).length === 0) return refused('guidance-without-values');
  const [fault] = faultsOf(form.values, ruleSet);
  if (!fault) return done(form);
  const { key, value, min, max } = fault;
  return refused('guidance-value-out-of-range', { value, min, max }, key);
}
