/** The form with which the committee secretary enters an answer that came otherwise. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { viaKinds } from '../../../kernel/act.ts';
import { type DatePoll, pollAnswers } from '../types.ts';
import { ofPoll } from './buttons.ts';

const saying = z.enum(pollAnswers).nullish();
const answerFields = ['answer1', 'answer2', 'answer3', 'answer4', 'answer5', 'answer6'] as const;
export const recordPollForm = defineForm({
  id: 'polls.record',
  state: ofPoll,
  values: z.object({
    person: z.string(),
    ...{ answer1: saying, answer2: saying, answer3: saying, answer4: saying, answer5: saying, answer6: saying },
    via: z.enum(viaKinds),
  }),
});

export function givenIn(values: z.output<typeof recordPollForm.values>, poll: DatePoll) {
  return poll.options.flatMap(({ id }, index) => {
    const answer = values[answerFields[index] ?? 'answer1'];
    return answer ? [{ option: id, answer }] : [];
  });
}

export function recordPollView(t: Texts, poll: DatePoll): Form {
  const options = pollAnswers.map((answer) => ({ value: answer, label: t(`polls.answers.${answer}`) }));
  return recordPollForm.draw({
    title: t('conferences.record.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { poll: poll.id },
    items: [
      recordPollForm.field('person', { label: t('conferences.record.person'), input: { type: 'search', minChars: 0 } }),
      ...poll.options.map((option, index) =>
        recordPollForm.field(answerFields[index] ?? 'answer1', {
          label: t.moment(option.startsAt),
          optional: true,
          input: { type: 'select', options },
        }),
      ),
      recordPollForm.field('via', {
        label: t('conferences.record.via'),
        input: {
          type: 'select',
          options: viaKinds
            .filter((kind) => kind !== 'chat')
            .map((kind) => ({ value: kind, label: t(`common.via.${kind}`) })),
          initial: 'phone',
        },
      }),
    ],
  });
}
