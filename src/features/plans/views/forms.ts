/** The forms of a plan: make one, change its positions, set the date for names. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import { tidyName } from '../../../i18n/names.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { askedData } from '../../eligibility/rules/asked.ts';
import { ruleSetsOf } from '../../eligibility/rules/rule-set-for.ts';
import type { RuleSet } from '../../eligibility/types.ts';
import { planProblems, readEveryPosition, readMonth, writePositions } from '../rules/form.ts';
import { tracks as everyTrack, type Plan } from '../types.ts';

const text = z.string().nullish();

export const planForm = defineForm({
  id: 'plans.plan',
  state: z.object({ committee: z.string() }),
  values: z.object({
    title: z.string().nullable(),
    unit: text,
    track: z.enum(everyTrack),
    termFrom: z.string().nullable(),
    termTo: z.string().nullable(),
    congress: text,
    positions: text,
    date: text,
    time: text,
    rulesOf: text,
  }),
});
export const positionsForm = defineForm({
  id: 'plans.positions',
  state: z.object({ committee: z.string(), plan: z.string(), version: z.number() }),
  values: z.object({ positions: text }),
});
export const namesForm = defineForm({
  id: 'plans.names',
  state: z.object({ committee: z.string(), plan: z.string() }),
  values: z.object({ date: z.string().nullable(), time: text }),
});

/** What was typed, and everything that is wrong with it. Months that cannot be read stay empty. */
export function readPlan(values: z.output<typeof planForm.values>) {
  const { positions, problems } = readEveryPosition(values.positions ?? '');
  const month = (typed: string | null | undefined, of: string | null) => readMonth(typed ?? '', of) ?? '';
  const termFrom = month(values.termFrom, '01');
  const form = {
    title: tidyName(values.title ?? ''),
    unit: tidyName(values.unit ?? ''),
    termFrom,
    // People call a term of five years 2025–2030: it ends in the month in which it began.
    termTo: month(values.termTo, termFrom.slice(5) || '01'),
    congress: values.congress ? month(values.congress, null) : null,
  };
  const names = values.date ? { date: values.date, time: values.time ?? null } : null;
  const rulesOf = values.rulesOf || null;
  return {
    plan: { ...form, track: values.track, positions, names, rulesOf },
    problems: [...planProblems(form), ...problems],
  };
}

export function readPositionLines(typed: string | null | undefined) {
  return readEveryPosition(typed ?? '');
}

export function planView(t: Texts, committee: CommitteeId, ruleSet: RuleSet): Form {
  const tracks = ruleSet.forms.tracks;
  const asked = askedData(ruleSet);
  return planForm.draw({
    title: t('plans.form.title'),
    submit: t('plans.form.submit'),
    cancel: t('common.cancel'),
    state: { committee },
    items: [
      planForm.field('title', {
        label: t('plans.form.name'),
        hint: t(asked.partyPosts ? 'plans.form.nameHint' : 'plans.form.nameHintElsewhere'),
        input: { type: 'text', max: 200 },
      }),
      planForm.field('track', {
        label: t('plans.form.track'),
        input: {
          type: 'select',
          options: tracks.map((track) => ({ value: track, label: t.label('plans.tracks', track) })),
          initial: tracks[0] ?? 'other',
        },
      }),
      planForm.field('termFrom', {
        label: t('plans.form.termFrom'),
        hint: t('plans.form.termHint'),
        input: { type: 'text', max: 10 },
      }),
      planForm.field('termTo', { label: t('plans.form.termTo'), input: { type: 'text', max: 10 } }),
      ...(asked.congress
        ? [
            planForm.field('congress', {
              label: t('plans.form.congress'),
              hint: t('plans.form.congressHint'),
              optional: true,
              input: { type: 'text', max: 10 },
            }),
          ]
        : []),
      planForm.field('positions', positionsField(t, ruleSet)),
      planForm.field('date', { label: t('plans.form.date'), optional: true, input: { type: 'date' } }),
      planForm.field('time', {
        label: t('plans.form.time'),
        hint: t('plans.form.timeHint'),
        optional: true,
        input: { type: 'time' },
      }),
      planForm.field('unit', {
        label: t('plans.form.unit'),
        hint: t('plans.form.unitHint'),
        optional: true,
        input: { type: 'text', max: 200 },
      }),
      ...(ruleSetsOf(ruleSet.profile).length > 1
        ? [
            planForm.field('rulesOf', {
              label: t('plans.form.rulesOf'),
              hint: t('plans.form.rulesOfHint'),
              optional: true,
              input: { type: 'date' },
            }),
          ]
        : []),
    ],
  });
}

export function positionsView(t: Texts, plan: Plan, ruleSet: RuleSet): Form {
  const initial = writePositions(plan.positions, t('plans.form.committeeWord'));
  const field = positionsField(t, ruleSet);
  return positionsForm.draw({
    title: t('plans.positions.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee: plan.committee, plan: plan.id, version: plan.version },
    items: [
      { kind: 'text', text: [t('plans.positions.intro')] },
      positionsForm.field('positions', { ...field, input: { ...field.input, ...(initial ? { initial } : {}) } }),
    ],
  });
}

export function namesView(t: Texts, plan: Plan, stated: { date: string; time: string | null } | null): Form {
  return namesForm.draw({
    title: t('plans.names.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee: plan.committee, plan: plan.id },
    items: [
      { kind: 'text', text: [t('plans.names.intro')] },
      namesForm.field('date', {
        label: t('plans.form.date'),
        input: { type: 'date', ...(stated ? { initial: stated.date } : {}) },
      }),
      namesForm.field('time', {
        label: t('plans.form.time'),
        hint: t('plans.form.timeHint'),
        optional: true,
        input: { type: 'time', ...(stated?.time ? { initial: stated.time } : {}) },
      }),
    ],
  });
}

function positionsField(t: Texts, ruleSet: RuleSet) {
  return {
    label: t('plans.form.positions'),
    hint: t(askedData(ruleSet).levels ? 'plans.form.positionsHint' : 'plans.form.positionsHintElsewhere'),
    optional: true,
    input: { type: 'text', multiline: true, max: 3000 },
  } as const;
}
