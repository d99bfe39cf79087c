/** A committee's own guidance: what holds, what was taken back, and the forms to register, correct and take back. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { type Refused, refused } from '../../../kernel/outcome.ts';
import type { RuleSet } from '../../eligibility/types.ts';
import { keysFor, presentValue, rangeOf } from '../rules/own-values.ts';
import { type Guidance, type GuidanceForm, type OwnKey, type OwnValues, ownKeys } from '../types.ts';
import * as buttons from './buttons.ts';

const text = z.string().nullish();
const numbers = Object.fromEntries(ownKeys.map((key) => [key, text])) as Record<OwnKey, typeof text>;

export const guidanceForm = defineForm({
  id: 'guidance.guidance',
  state: z.object({ committee: z.string(), corrects: z.string().nullable() }),
  values: z.object({ number: text, issuedOn: text, issuer: text, subject: text, reason: text, ...numbers }),
});
export const takeBackForm = defineForm({
  id: 'guidance.take-back',
  state: z.object({ committee: z.string(), guidance: z.string() }),
  values: z.object({ reason: text }),
});

/** What was typed, and values that are no whole numbers, each beside its field. */
export function readGuidance(typed: z.output<typeof guidanceForm.values>): {
  readonly form: GuidanceForm;
  readonly problems: readonly Refused<'guidance-number-unreadable'>[];
} {
  const values: Partial<Record<OwnKey, number>> = {};
  const problems: Refused<'guidance-number-unreadable'>[] = [];
  for (const key of ownKeys) {
    const written = typed[key]?.trim() ?? '';
    if (written === '') continue;
    if (/^\d{1,4}$/u.test(written)) values[key] = Number(written);
    else problems.push(refused('guidance-number-unreadable', {}, key));
  }
  const { number, issuedOn, issuer, subject, reason } = typed;
  const form = { number: number ?? '', issuedOn: issuedOn ?? '', issuer: issuer ?? '', subject: subject ?? '' };
  return { form: { ...form, reason: reason ?? '', values }, problems };
}

export function guidanceView(t: Texts, at: { committee: string; corrects: Guidance | null }, ruleSet: RuleSet): Form {
  const { committee, corrects } = at;
  const line = (name: 'number' | 'issuer' | 'subject', was: string | undefined) =>
    guidanceForm.field(name, {
      label: t(`guidance.form.${name}`),
      ...(name === 'number' ? { hint: t('guidance.form.numberHint') } : {}),
      input: { type: 'text', max: 300, ...(was ? { initial: was } : {}) },
    });
  return guidanceForm.draw({
    title: t(corrects ? 'guidance.form.titleCorrect' : 'guidance.form.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee, corrects: corrects?.id ?? null },
    items: [
      { kind: 'text', text: [t('guidance.form.intro')] },
      line('number', corrects?.number),
      guidanceForm.field('issuedOn', {
        label: t('guidance.form.issuedOn'),
        input: { type: 'date', ...(corrects ? { initial: corrects.issuedOn } : {}) },
      }),
      line('issuer', corrects?.issuer),
      line('subject', corrects?.subject),
      ...keysFor(ruleSet).map((key) => numberField(t, key, ruleSet, corrects?.values ?? {})),
      guidanceForm.field('reason', {
        label: t('guidance.form.reason'),
        hint: t('guidance.form.reasonHint'),
        input: { type: 'text', multiline: true, max: 300 },
      }),
    ],
  });
}

export function takeBackView(t: Texts, committee: string, guidance: Guidance): Form {
  return takeBackForm.draw({
    title: t('guidance.takeBack.title'),
    submit: t('guidance.takeBack.submit'),
    cancel: t('common.cancel'),
    state: { committee, guidance: guidance.id },
    items: [
      { kind: 'text', text: t.rich('guidance.takeBack.intro', { number: guidance.number }) },
      takeBackForm.field('reason', {
        label: t('guidance.form.reason'),
        input: { type: 'text', multiline: true, max: 300 },
      }),
    ],
  });
}

export function guidanceMessage(
  t: Texts,
  committee: string,
  shown: { readonly guidance: readonly Guidance[]; readonly mayEdit: boolean },
  said: readonly Block[] = [],
): Message {
  const standing = shown.guidance.filter(({ endedAt }) => endedAt === null);
  const ended = shown.guidance.filter(({ endedAt }) => endedAt !== null).slice(0, 10);
  return {
    summary: t('guidance.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: t('guidance.title') },
      { kind: 'text', text: [t(standing.length === 0 ? 'guidance.none' : 'guidance.intro')] },
      ...standing.map((one): Block => rowOf(t, committee, one, shown.mayEdit)),
      ...ended.map((one): Block => ({ kind: 'note', text: [endedLine(t, one)] })),
      {
        kind: 'buttons',
        buttons: [
          ...(shown.mayEdit
            ? [buttons.newGuidanceButton.draw(t('guidance.buttonNew'), { committee }, { style: 'primary' })]
            : []),
          buttons.rulesButton.draw(t('common.back'), { committee, plan: '', set: '', part: 'planning' }),
        ],
      },
    ],
  };
}

function rowOf(t: Texts, committee: string, one: Guidance, mayEdit: boolean): Block {
  const at = { committee, guidance: one.id };
  return {
    kind: 'row',
    text: t.rich('guidance.entry', {
      ...{ number: one.number, issuer: one.issuer, subject: one.subject, reason: one.reason },
      issuedOn: t.shortDate(one.issuedOn),
      values: valuesText(t, one.values),
    }),
    buttons: mayEdit
      ? [
          buttons.correctGuidanceButton.draw(t('guidance.buttonCorrect'), at),
          buttons.takeBackButton.draw(t('guidance.buttonTakeBack'), at),
        ]
      : [],
  };
}

function endedLine(t: Texts, { number, issuedOn, endedAt, endReason }: Guidance): string {
  const on = endedAt ? t.moment(endedAt) : '';
  return t('guidance.ended', { number, issuedOn: t.shortDate(issuedOn), on, reason: endReason ?? '' });
}

export function valuesText(t: Texts, values: OwnValues): string {
  return ownKeys
    .flatMap((key) => {
      const value = values[key];
      return value === undefined ? [] : [`${t(`guidance.keys.${key}`)}: ${t.number(value)}`];
    })
    .join('; ');
}

function numberField(t: Texts, key: OwnKey, ruleSet: RuleSet, was: OwnValues) {
  const now = presentValue(key, ruleSet);
  const { min, max } = rangeOf(key, ruleSet) ?? { min: 0, max: 0 };
  const value = was[key];
  return guidanceForm.field(key, {
    label: t(`guidance.keys.${key}`),
    hint: t('guidance.form.range', { now: now === null ? t('ruleBook.values.notSet') : t.number(now), min, max }),
    optional: true,
    input: { type: 'number', ...(value === undefined ? {} : { initial: value }) },
  });
}
