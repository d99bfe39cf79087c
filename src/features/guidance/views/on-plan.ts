/** Guidance on one plan: what is on it and since when, what else holds, and what putting one on or taking it off would change. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { titled } from '../../classification/views/marks.ts';
import { ruleSetLine, unsureNote, verdictLine } from '../../eligibility/views.ts';
import { differences } from '../rules/book.ts';
import {
  type Effect,
  type Guidance,
  type OwnRule,
  type PlanGuidance,
  type PlanGuidanceChange,
  type PlanGuidancePreview,
  planGuidanceKinds,
} from '../types.ts';
import { differenceLine } from './book.ts';
import * as buttons from './buttons.ts';
import { valuesText } from './guidance.ts';

const pageSize = 10;
const changesShown = 10;

export const onPlanForm = defineForm({
  id: 'guidance.on-plan',
  state: z.object({
    committee: z.string(),
    plan: z.string(),
    guidance: z.string(),
    kind: z.enum(planGuidanceKinds),
    version: z.number(),
  }),
  values: z.object({ reason: z.string().nullish() }),
});

/** `said`: what was just done. */
export function planGuidanceMessage(t: Texts, seen: PlanGuidance, said: readonly Block[] = []): Message {
  const { plan, others, changes } = seen;
  const at = { committee: plan.committee, plan: plan.id };
  return {
    summary: t('guidance.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: t('planGuidance.title') },
      { kind: 'text', text: t.rich('planGuidance.intro', { plan: titled(t, plan) }) },
      ...(plan.ownRules.length > 0
        ? [
            { kind: 'text', text: [{ bold: t('planGuidance.on') }] } as const,
            ...plan.ownRules.map((own) => guidanceRow(t, seen, own, own.guidance, 'taken')),
          ]
        : [{ kind: 'text', text: [t('planGuidance.none')] } as const]),
      ...(others.length > 0
        ? [
            { kind: 'text', text: [{ bold: t('planGuidance.others') }] } as const,
            ...others.map((one) => guidanceRow(t, seen, one, one.id, 'put')),
          ]
        : []),
      ...(changes.length > 0
        ? [
            { kind: 'text', text: [{ bold: t('planGuidance.changes') }] } as const,
            { kind: 'list', items: changes.slice(0, changesShown).map((one) => changeLine(t, seen, one)) } as const,
          ]
        : []),
      {
        kind: 'buttons',
        buttons: [
          buttons.guidanceButton.draw(t('guidance.button'), { committee: plan.committee }),
          buttons.rulesButton.draw(t('common.back'), { ...at, set: '', part: 'planning' }),
        ],
      },
    ],
  };
}

function guidanceRow(
  t: Texts,
  { plan, mayEdit }: PlanGuidance,
  one: Pick<Guidance | OwnRule, 'number' | 'issuedOn' | 'issuer' | 'subject' | 'reason' | 'values'>,
  guidance: string,
  kind: PlanGuidanceChange['kind'],
): Block {
  const { number, issuer, subject, reason, values } = one;
  const facts = { number, issuer, subject, reason, issuedOn: t.shortDate(one.issuedOn), values: valuesText(t, values) };
  const at = { committee: plan.committee, plan: plan.id, guidance, kind, page: '1' };
  return {
    kind: 'row',
    text: t.rich('guidance.entry', facts),
    buttons: mayEdit ? [buttons.previewButton.draw(t(`planGuidance.look.${kind}`), at)] : [],
  };
}

function changeLine(t: Texts, { names }: PlanGuidance, { kind, number, reason, at, by }: PlanGuidanceChange): Rich {
  const name = (by && names.get(by)) || t('common.unknown');
  return t.rich(`planGuidance.line.${kind}`, { number, at: t.moment(at), name, reason });
}

/** Values first, then the people whom it concerns, page by page; confirmed by the form. */
export function previewMessage(t: Texts, seen: PlanGuidancePreview, asked: number): Message {
  const { wanted, plan, number, before, after, effects, register } = seen;
  const pages = Math.max(1, Math.ceil(effects.length / pageSize));
  const page = Math.min(Math.max(1, asked), pages);
  const turn = (label: string, to: number): Button =>
    buttons.previewButton.draw(label, { ...wanted, page: String(to) });
  return {
    summary: t('guidance.summary'),
    blocks: [
      { kind: 'heading', text: t('planGuidance.preview.title') },
      { kind: 'text', text: t.rich(`planGuidance.preview.${wanted.kind}`, headOf(t, seen)) },
      { kind: 'list', items: valueLines(t, seen) },
      { kind: 'text', text: [{ bold: peopleText(t, seen) }] },
      ...(effects.length > 0
        ? [
            {
              kind: 'list',
              items: effects.slice((page - 1) * pageSize, page * pageSize).map((effect) => effectLine(t, effect)),
            } as const,
          ]
        : []),
      ...(pages > 1 ? [{ kind: 'note', text: [t('common.pageOf', { page, pages })] } as const] : []),
      { kind: 'text', text: [t('planGuidance.preview.register', register)] },
      ...unsureNote(t, after),
      {
        kind: 'buttons',
        buttons: [
          buttons.confirmButton.draw(t(`planGuidance.confirm.${wanted.kind}`), wanted, { style: 'primary' }),
          ...(page > 1 ? [turn(t('common.previousPage'), page - 1)] : []),
          ...(page < pages ? [turn(t('common.nextPage'), page + 1)] : []),
          buttons.planGuidanceButton.draw(t('common.back'), { committee: plan.committee, plan: plan.id }),
        ],
      },
      { kind: 'note', text: [t('planGuidance.preview.after', { number }), ' ', ruleSetLine(t, before)] },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

/** The form repeats how many verdicts change, and asks for the reason. */
export function onPlanView(t: Texts, seen: PlanGuidancePreview): Form {
  const { wanted, plan } = seen;
  return onPlanForm.draw({
    title: t('planGuidance.title'),
    submit: t(`planGuidance.confirm.${wanted.kind}`),
    cancel: t('common.cancel'),
    state: { ...wanted, version: plan.version },
    items: [
      { kind: 'text', text: t.rich(`planGuidance.preview.${wanted.kind}`, headOf(t, seen)) },
      { kind: 'list', items: valueLines(t, seen) },
      { kind: 'text', text: [peopleText(t, seen)] },
      onPlanForm.field('reason', {
        label: t('guidance.form.reason'),
        hint: t('planGuidance.reasonHint'),
        input: { type: 'text', multiline: true, max: 300 },
      }),
    ],
  });
}

function headOf(t: Texts, { plan, number, from }: PlanGuidancePreview) {
  return { plan: titled(t, plan), number, from: t.shortDate(from) };
}

function peopleText(t: Texts, { effects }: PlanGuidancePreview): string {
  const count = effects.length;
  return count === 0 ? t('planGuidance.preview.nobody') : t('planGuidance.preview.people', { count });
}

function valueLines(t: Texts, { before, after }: PlanGuidancePreview): readonly Rich[] {
  const sides = { one: t('planGuidance.preview.now'), other: t('planGuidance.preview.later') };
  return differences(before, after).map(({ name }) => differenceLine(t, name, before, after, sides));
}

function effectLine(t: Texts, { person, position, isInPlan, change }: Effect): Rich {
  const where = t(isInPlan ? 'planGuidance.preview.inPlan' : 'planGuidance.preview.onList');
  const was =
    change.before === null ? t('planGuidance.preview.notAsked') : t.label('eligibility.levels', change.before);
  return [
    { bold: person.fullName },
    ` (${position.title}, ${where}): ${t('planGuidance.preview.was', { level: was })} `,
    ...(change.after
      ? verdictLine(t, change.after)
      : [t.label('eligibility.rules', change.rule), ': ', t('planGuidance.preview.notAsked')]),
  ];
}
