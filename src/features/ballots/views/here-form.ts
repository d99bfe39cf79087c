/** The form for a vote on the item under discussion: short, because everybody is waiting in the room. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Membership } from '../../committees/types.ts';
import type { NomineeList } from '../../reviews/types/nouns.ts';
import { questionMax } from '../rules/course.ts';
import { ballotPlaces } from '../types/round.ts';
import type { VoteRule } from '../types/vote-rule.ts';
import { subjectOptions, tellersInput } from './forms.ts';
import { ruleText } from './words.ts';

export const durations = ['5', '10', '15', '30', '60', '120'] as const;
const usual = '15';

export const prepareHereForm = defineForm({
  id: 'ballots.prepare-here',
  state: z.object({ conference: z.string(), item: z.string(), committee: z.string() }),
  values: z.object({
    /** "question", or a list and, after a colon, one of its positions. */
    subject: z.string(),
    question: z.string().nullish(),
    rule: z.string(),
    place: z.enum([...ballotPlaces, 'secret', 'unnamed']),
    minutes: z.enum(durations),
    tellers: z.array(z.string()).nullish(),
  }),
});

export function prepareHereView(
  t: Texts,
  parts: {
    readonly sight: { readonly conference: { readonly id: string }; readonly committee: { readonly id: string } };
    readonly item: { readonly id: string; readonly text: string | null };
    readonly lists: readonly NomineeList[];
    readonly rules: readonly VoteRule[];
    readonly members: readonly Membership[];
  },
): Form {
  const { sight, item, lists, rules, members } = parts;
  const subjects = subjectOptions(t, lists);
  const field = prepareHereForm.field;
  return prepareHereForm.draw({
    title: t('votes.here.title'),
    submit: t('votes.prepare.next'),
    cancel: t('common.cancel'),
    state: { conference: sight.conference.id, item: item.id, committee: sight.committee.id },
    items: [
      { kind: 'note', text: [t('votes.here.intro')] },
      field('subject', {
        label: t('votes.prepare.subject'),
        input: { type: 'select', options: subjects, initial: subjects[1]?.value ?? 'question' },
      }),
      field('question', {
        label: t('votes.prepare.question'),
        hint: t('votes.prepare.questionHint'),
        optional: true,
        input: {
          ...{ type: 'text', multiline: true, max: questionMax },
          ...(item.text === null ? {} : { initial: item.text.slice(0, questionMax) }),
        },
      }),
      field('rule', {
        label: t('votes.prepare.rule'),
        hint: t('votes.prepare.ruleHint'),
        input: {
          type: 'select',
          options: rules.map((rule) => ({ value: rule.key, label: ruleText(t, rule).slice(0, 75) })),
        },
      }),
      field('place', {
        label: t('votes.prepare.place'),
        input: {
          type: 'radio',
          options: ([...ballotPlaces, 'secret', 'unnamed'] as const).map((place) => ({
            value: place,
            label: t(`votes.places.${place}`),
          })),
          initial: 'chat',
        },
      }),
      field('minutes', {
        label: t('votes.here.minutes'),
        hint: t('votes.here.minutesHint'),
        input: {
          type: 'select',
          options: durations.map((value) => ({ value, label: t('votes.here.durations', { count: Number(value) }) })),
          initial: usual,
        },
      }),
      field('tellers', {
        label: t('votes.prepare.tellers'),
        hint: t('votes.prepare.tellersHint'),
        optional: true,
        input: tellersInput(members),
      }),
    ],
  });
}
