/** How near people in a plan are to their position, in words, and the form that sets it for several at once. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { titled } from '../../classification/views/marks.ts';
import { cite } from '../../eligibility/rules/verdict.ts';
import type { RuleSet } from '../../eligibility/types.ts';
import type { Person } from '../../people/types.ts';
import { readinessOf } from '../rules/readiness.ts';
import type { Plan } from '../types.ts';

const none = 'none';

export const readinessForm = defineForm({
  id: 'plans.readiness',
  state: z.object({ committee: z.string(), plan: z.string() }),
  values: z.object({ entries: z.array(z.string()).nullish(), level: z.string().nullish() }),
});

/** Null: no level was chosen. */
export function readLevel(level: string | null | undefined): string | null {
  return level && level !== none ? level : null;
}

/** What is no level of the plan's rule set is said as it was typed. */
export function readinessName(t: Texts, plan: Pick<Plan, 'ruleSet' | 'ruleSetVersion'>, key: string): string {
  return readinessOf(plan).value.find((level) => level.key === key)?.name[t.locale] ?? key;
}

export function readinessView(t: Texts, plan: Plan, ruleSet: RuleSet): Form {
  const levels = readinessOf(plan).value;
  return readinessForm.draw({
    title: t('readiness.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee: plan.committee, plan: plan.id },
    items: [
      { kind: 'text', text: t.rich('readiness.intro', { plan: titled(t, plan) }) },
      readinessForm.field('entries', {
        label: t('readiness.people'),
        hint: t('readiness.peopleHint'),
        input: { type: 'search-many', minChars: 0 },
      }),
      readinessForm.field('level', {
        label: t('readiness.level'),
        input: {
          type: 'radio',
          options: [
            ...levels.map(({ key, name, meaning }) => ({
              ...{ value: key, label: name[t.locale], note: meaning[t.locale] },
            })),
            { value: none, label: t('readiness.none') },
          ],
        },
      }),
      { kind: 'note', text: [sourceLine(t, ruleSet)] },
    ],
  });
}

/** What was done, and of whom the register speaks against it, with both levels, the source and how sure it is. */
export function readinessSaid(
  t: Texts,
  done: {
    readonly plan: Plan;
    readonly changed: number;
    readonly level: string | null;
    readonly doubts: readonly { readonly person: Person; readonly present: number; readonly position: number }[];
  },
  ruleSet: RuleSet,
): readonly Block[] {
  const { plan, changed, doubts } = done;
  const level = readinessOf(plan).value.find(({ key }) => key === done.level);
  const name = level ? level.name[t.locale] : t('readiness.none');
  return [
    { kind: 'text', text: t.rich('readiness.done', { level: name, count: changed }) },
    ...(level && doubts.length > 0
      ? [
          {
            kind: 'text',
            text: [
              t('readiness.doubts', { level: name, below: level.levelsBelow ?? 0, source: sourceLine(t, ruleSet) }),
            ],
          } as const,
          {
            kind: 'list',
            items: doubts.map(({ person, present, position }) => [
              { bold: person.fullName },
              `: ${t('readiness.doubt', { present, position })}`,
            ]),
          } as const,
        ]
      : []),
  ];
}

function sourceLine(t: Texts, ruleSet: RuleSet): string {
  const { title, confidence } = cite(ruleSet, ruleSet.parameters.readinessLevels);
  return t('structure.source', { title: title[t.locale], confidence: t.label('eligibility.confidences', confidence) });
}
