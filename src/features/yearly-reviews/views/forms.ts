/** The forms of a yearly review: decide of one person, confirm the whole. */

import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { plain } from '../../../kernel/rich.ts';
import { titled } from '../../classification/views/marks.ts';
import { measureBlocks } from '../../development/views/measure-line.ts';
import type { RuleSet } from '../../eligibility/types.ts';
import { verdictBlocks } from '../../eligibility/views.ts';
import { type Plan, removalReasons } from '../../plans/types.ts';
import { reasonsFor } from '../../removals/rules/reasons.ts';
import { reasonOption } from '../../removals/views/forms.ts';
import { paperFields, paperValues } from '../../removals/views/paper.ts';
import { actionsOf, isChange, noteMax } from '../rules/decide.ts';
import { additionActions, entryActions, type ReviewItem, type ReviewSeen } from '../types.ts';

const text = z.string().nullish();
const ofReview = z.object({ committee: z.string(), review: z.string() });

export const decideForm = defineForm({
  id: 'yearly-reviews.decide',
  state: ofReview.extend({ subject: z.string() }),
  values: z.object({
    action: z.enum([...entryActions, ...additionActions]),
    reason: z.enum(removalReasons).nullish(),
    position: text,
    next: text,
    note: text,
  }),
});

export const confirmForm = defineForm({
  id: 'yearly-reviews.confirm',
  state: ofReview,
  values: z.object(paperValues),
});

/** The rules suggest; nothing is chosen beforehand but what they suggest or what was chosen before. */
export function decideView(t: Texts, seen: ReviewSeen, item: ReviewItem, ruleSet: RuleSet): Form {
  const { committee, review, plan, nextPlans } = seen;
  const { decision, suggested, person, position } = item;
  const isEntry = item.kind === 'entry';
  const action = decision?.action ?? (suggested ? 'remove' : null);
  const reason = decision?.reason ?? suggested;
  const here = plan.positions.filter(({ id }) => id !== position.id);
  const [next] = nextPlans;
  const inNext = next?.positions.find(({ title }) => title === position.title);
  const to = decision?.toPosition ?? null;
  return decideForm.draw({
    title: t('yearlyReviews.decide.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee, review: review.id, subject: item.subject },
    items: [
      { kind: 'text', text: t.rich('yearlyReviews.decide.intro', { name: person.fullName, position: position.title }) },
      ...verdictBlocks(t, item.verdicts, ruleSet),
      ...measureBlocks(t, item.measures),
      decideForm.field('action', {
        label: t('yearlyReviews.decide.action'),
        input: {
          type: 'radio',
          options: actionsOf(item).map((value) => ({ value, label: t(`yearlyReviews.actions.${value}`) })),
          ...(action ? { initial: action } : {}),
        },
      }),
      ...(isEntry
        ? [
            decideForm.field('reason', {
              label: t('yearlyReviews.decide.reason'),
              hint: t('yearlyReviews.decide.reasonHint'),
              optional: true,
              input: {
                type: 'select',
                options: reasonsFor(ruleSet.profile, removalReasons).map((value) => reasonOption(t, ruleSet, value)),
                ...(reason ? { initial: reason } : {}),
              },
            }),
          ]
        : []),
      ...(isEntry && here.length > 0
        ? [
            decideForm.field('position', {
              label: t('yearlyReviews.decide.position'),
              optional: true,
              input: {
                type: 'select',
                options: here.map(({ id, title }) => ({ value: id, label: title })),
                ...(to && here.some(({ id }) => id === to) ? { initial: to } : {}),
              },
            }),
          ]
        : []),
      ...(isEntry && next && next.positions.length > 0
        ? [
            decideForm.field('next', {
              label: t('yearlyReviews.decide.next'),
              hint: t('yearlyReviews.decide.nextHint', { plan: titled(t, next) }),
              optional: true,
              input: {
                type: 'select',
                options: next.positions.map(({ id, title }) => ({ value: id, label: title })),
                ...carriedTo(next, to ?? inNext?.id ?? null),
              },
            }),
          ]
        : []),
      decideForm.field('note', {
        label: t('yearlyReviews.decide.note'),
        hint: t(suggested ? 'yearlyReviews.decide.noteNeeded' : 'yearlyReviews.decide.noteHint'),
        optional: true,
        input: { type: 'text', multiline: true, max: noteMax, ...(decision?.note ? { initial: decision.note } : {}) },
      }),
    ],
  });
}

/** To whom and in which words it is told is shown before it is confirmed. */
export function confirmView(
  t: Texts,
  seen: ReviewSeen,
  about: { readonly told: readonly string[]; readonly toTell: readonly string[] },
): Form {
  const { committee, review, plan } = seen;
  const notes: Block[] = [
    ...(about.told.length > 0
      ? [
          note(
            t('yearlyReviews.confirm.told', {
              names: t.list(about.told),
              words: plain(t.rich('yearlyReviews.card.confirmed', { plan: titled(t, plan) })),
            }),
          ),
        ]
      : []),
    ...(about.toTell.length > 0 ? [note(t('yearlyReviews.confirm.toTell', { names: t.list(about.toTell) }))] : []),
  ];
  return confirmForm.draw({
    title: t('yearlyReviews.confirm.title'),
    submit: t('common.confirm'),
    cancel: t('common.cancel'),
    state: { committee, review: review.id },
    items: [
      { kind: 'text', text: t.rich('yearlyReviews.confirm.intro', { plan: titled(t, plan), count: changesIn(seen) }) },
      ...paperFields(t, confirmForm),
      ...notes,
    ],
  });
}

function changesIn({ items }: ReviewSeen): number {
  return items.filter(({ decision }) => decision && isChange(decision)).length;
}

function carriedTo(next: Plan, position: string | null) {
  return position && next.positions.some(({ id }) => id === position) ? { initial: position } : {};
}

function note(words: string): Block {
  return { kind: 'note', text: [words] };
}
