/** The forms of a pool: what is recorded of one person, and the confirmation of the whole. */

import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { titled } from '../../classification/views/marks.ts';
import { citedAgain } from '../../eligibility/rules/evaluator.ts';
import { verdictBlocks } from '../../eligibility/views.ts';
import { textMax } from '../rules.ts';
import { type PoolSeen, type PositionSeen, prospectLevels } from '../types.ts';

const text = z.string().nullish();
const ofPool = z.object({ committee: z.string(), plan: z.string(), pool: z.string() });

export const discussForm = defineForm({
  id: 'pools.discuss',
  state: ofPool.extend({ position: z.string(), person: z.string() }),
  values: z.object({
    place: z.enum(['in', 'out']),
    reason: text,
    prospects: z.enum(prospectLevels).nullish(),
    assessment: text,
  }),
});

export const confirmForm = defineForm({
  id: 'pools.confirm',
  state: ofPool,
  values: z.object({ body: z.string().nullable(), discussedOn: z.string().nullable() }),
});

export function discussView(t: Texts, seen: PositionSeen, one: PositionSeen['people'][number]): Form {
  const { committee, plan, pool, position, ruleSet } = seen;
  const { opinion } = one;
  const initial = (value: string | null | undefined) => (value ? { initial: value } : {});
  const verdicts = one.evidence.map((finding) => citedAgain(finding, ruleSet));
  const name = one.whole.fullName;
  return discussForm.draw({
    title: t('pools.discuss.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee, plan: plan.id, pool: pool.id, position: position.id, person: one.person },
    items: [
      { kind: 'text', text: t.rich(`pools.discuss.intro.${one.outcome}`, { name, position: position.title }) },
      ...verdictBlocks(t, verdicts, ruleSet),
      discussForm.field('place', {
        label: t('pools.discuss.place'),
        input: {
          type: 'radio',
          options: (['in', 'out'] as const).map((value) => ({ value, label: t(`pools.discuss.places.${value}`) })),
          initial: one.standing === 'in' ? 'in' : 'out',
        },
      }),
      discussForm.field('reason', {
        label: t('pools.discuss.reason'),
        hint: t('pools.discuss.reasonHint'),
        optional: true,
        input: { type: 'text', multiline: true, max: textMax, ...initial(opinion?.reason) },
      }),
      discussForm.field('prospects', {
        label: t('pools.discuss.prospects'),
        optional: true,
        input: {
          type: 'select',
          options: prospectLevels.map((value) => ({ value, label: t(`pools.prospects.${value}`) })),
          ...initial(opinion?.prospects),
        },
      }),
      discussForm.field('assessment', {
        label: t('pools.discuss.assessment'),
        hint: t('pools.discuss.assessmentHint'),
        optional: true,
        input: { type: 'text', multiline: true, max: textMax, ...initial(opinion?.assessment) },
      }),
    ],
  });
}

/** How many of those in the pool nobody has assessed is said before it is confirmed, and hinders nothing. */
export function confirmView(
  t: Texts,
  { committee, plan, pool, considered }: PoolSeen,
  about: { readonly body: string; readonly today: PlainDate },
): Form {
  const inPool = considered.filter(({ standing }) => standing === 'in');
  const people = new Set(inPool.map(({ person }) => person)).size;
  const rest = new Set(inPool.filter(({ opinion }) => !opinion?.prospects).map(({ person }) => person)).size;
  return confirmForm.draw({
    title: t('pools.confirm.title'),
    submit: t('common.confirm'),
    cancel: t('common.cancel'),
    state: { committee, plan: plan.id, pool: pool?.id ?? '' },
    items: [
      {
        kind: 'text',
        text: t.rich('pools.confirm.intro', { plan: titled(t, plan), version: pool?.version ?? 1, count: people }),
      },
      ...(rest > 0 ? [{ kind: 'note', text: [t('pools.confirm.notAssessed', { count: rest })] } as const] : []),
      confirmForm.field('body', {
        label: t('pools.confirm.body'),
        hint: t('pools.confirm.bodyHint'),
        input: { type: 'text', max: 200, initial: about.body },
      }),
      confirmForm.field('discussedOn', {
        label: t('pools.confirm.discussedOn'),
        input: { type: 'date', initial: about.today },
      }),
    ],
  });
}
