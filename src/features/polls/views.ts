/** The forms and cards of date polls. */
import { z } from 'zod';
import { defineButton, defineForm, type Field, type Form } from '../../chat/form.ts';
import type { Block, Message } from '../../chat/message.ts';
import type { Texts } from '../../i18n/texts.ts';
import { viaKinds } from '../../kernel/act.ts';
import { isPlainDate } from '../../kernel/time.ts';
import type { Forecast } from '../conferences/types.ts';
import { previewButton } from '../conferences/views/buttons.ts';
import { quorumBlocks } from '../conferences/views/quorum.ts';
import type { Duty } from '../deadlines/types/duties.ts';
import { minutesMax, placeMax, titleMax } from './rules.ts';
import { type DatePoll, type GivenAnswer, optionsMax, optionsMin, pollAnswers } from './types.ts';

const ofPoll = z.object({ poll: z.string() });
/** What is looked for now, or the form when nothing is. */
export const pollsButton = defineButton('polls.list', z.object({ committee: z.string() }));
export const createPollButton = defineButton('polls.create', z.object({ committee: z.string() }));
export const openPollButton = defineButton('polls.open', ofPoll);
export const undoPollButton = defineButton('polls.undo', z.object({ poll: z.string(), batch: z.string() }));
export const answerPollButton = defineButton(
  'polls.answer',
  z.object({ poll: z.string(), option: z.string(), answer: z.enum(pollAnswers) }),
);
export const ownPollButton = defineButton('polls.own', ofPoll);
export const standingButton = defineButton('polls.standing', ofPoll);
export const recordPollButton = defineButton('polls.record', ofPoll);
export const chooseButton = defineButton('polls.choose', z.object({ poll: z.string(), option: z.string() }));
export const datesButton = defineButton('polls.dates', ofPoll);
export const dropPollButton = defineButton('polls.drop', ofPoll);

const dateValue = z.string().refine(isPlainDate).nullish();
const timeValue = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .nullish();
const dateFields = ['date1', 'date2', 'date3', 'date4', 'date5', 'date6'] as const;
const timeFields = ['time1', 'time2', 'time3', 'time4', 'time5', 'time6'] as const;

export const pollForm = defineForm({
  id: 'polls.create',
  state: z.object({ committee: z.string() }),
  values: z.object({
    title: z.string(),
    place: z.string(),
    minutes: z.string().regex(/^\d{1,4}$/),
    closes: z.string().refine(isPlainDate),
    lists: z.array(z.string()).nullish(),
    ...{ date1: dateValue, date2: dateValue, date3: dateValue, date4: dateValue, date5: dateValue, date6: dateValue },
    ...{ time1: timeValue, time2: timeValue, time3: timeValue, time4: timeValue, time5: timeValue, time6: timeValue },
  }),
});

const newDates = 4;
export const datesForm = defineForm({
  id: 'polls.dates',
  state: ofPoll,
  values: z.object({
    drop: z.array(z.string()).nullish(),
    ...{ date1: dateValue, date2: dateValue, date3: dateValue, date4: dateValue },
    ...{ time1: timeValue, time2: timeValue, time3: timeValue, time4: timeValue },
  }),
});

/** The form is the preview: to how many, and what stays. */
export function datesView(
  t: Texts,
  parts: { readonly poll: DatePoll; readonly zone: string; readonly told: number },
): Form {
  const { poll } = parts;
  return datesForm.draw({
    title: t('polls.dates.heading'),
    submit: t('common.send'),
    cancel: t('common.cancel'),
    state: { poll: poll.id },
    items: [
      { kind: 'text', text: [t('polls.dates.how', { count: parts.told })] },
      datesForm.field('drop', {
        label: t('polls.dates.drop'),
        optional: true,
        input: {
          type: 'checkboxes',
          options: poll.options.map(({ id, startsAt }) => ({ value: id, label: t.moment(startsAt).slice(0, 75) })),
        },
      }),
      ...dateFields.slice(0, newDates).flatMap((field, index): Field[] => [
        datesForm.field(field as 'date1', {
          label: t('polls.dates.date', { number: index + 1 }),
          optional: true,
          input: { type: 'date' },
        }),
        datesForm.field((timeFields[index] ?? 'time1') as 'time1', {
          label: t('polls.dates.time', { number: index + 1 }),
          ...(index === 0 ? { hint: t('conferences.form.timeHint', { zone: parts.zone }) } : {}),
          optional: true,
          input: { type: 'time', initial: '08:00' },
        }),
      ]),
    ],
  });
}

/** Those dates that were filled in, in the order of their fields; a time left alone is eight in the morning. */
export function datesOf(
  values: Partial<Record<(typeof dateFields)[number] | (typeof timeFields)[number], string | null>>,
) {
  return dateFields.flatMap((field, index) => {
    const date = values[field];
    return date ? [{ date, time: values[timeFields[index] ?? 'time1'] ?? '08:00' }] : [];
  });
}

export function pollView(
  t: Texts,
  parts: {
    readonly committee: { readonly id: string; readonly zone: string };
    readonly lists: readonly { readonly id: string; readonly number: number; readonly planTitle: string }[];
    readonly title: string;
  },
): Form {
  const dates = Array.from({ length: optionsMax }, (_, index): Field[] => {
    const number = index + 1;
    return [
      pollForm.field(dateFields[index] ?? 'date1', {
        label: t('polls.form.date', { number }),
        optional: index >= optionsMin,
        input: { type: 'date' },
      }),
      pollForm.field(timeFields[index] ?? 'time1', {
        label: t('polls.form.time', { number }),
        ...(index === 0 ? { hint: t('conferences.form.timeHint', { zone: parts.committee.zone }) } : {}),
        optional: true,
        input: { type: 'time', initial: '08:00' },
      }),
    ];
  });
  return pollForm.draw({
    title: t('polls.form.heading'),
    submit: t('conferences.form.next'),
    cancel: t('common.cancel'),
    state: { committee: parts.committee.id },
    items: [
      pollForm.field('title', {
        label: t('conferences.form.title'),
        input: { type: 'text', max: titleMax, ...(parts.title ? { initial: parts.title } : {}) },
      }),
      pollForm.field('place', { label: t('conferences.form.place'), input: { type: 'text', max: placeMax } }),
      pollForm.field('minutes', {
        label: t('conferences.form.minutes'),
        input: { type: 'number', min: 5, max: minutesMax, initial: 120 },
      }),
      pollForm.field('closes', {
        label: t('polls.form.closes'),
        hint: t('polls.form.closesHint'),
        input: { type: 'date' },
      }),
      ...dates.flat(),
      ...(parts.lists.length > 0
        ? [
            pollForm.field('lists', {
              label: t('conferences.form.lists'),
              hint: t('polls.form.listsHint'),
              optional: true,
              input: {
                type: 'multi-select',
                options: parts.lists.slice(0, 100).map(({ id, number, planTitle }) => ({
                  value: id,
                  label: t('conferences.parts.list', { number, plan: planTitle }).slice(0, 75),
                })),
              },
            }),
          ]
        : []),
    ],
  });
}

function titleText(t: Texts, { title }: Pick<DatePoll, 'title'>): string {
  return title === '' ? t('conferences.untitled') : title;
}

/** Before anybody is asked: the very words, and to whom. */
export function preparedMessage(
  t: Texts,
  poll: DatePoll,
  to: { readonly committeeName: string; readonly inChat: number; readonly without: readonly string[] },
): Message {
  return {
    summary: t('polls.summary'),
    blocks: [
      { kind: 'heading', text: t('conferences.preview.heading') },
      { kind: 'note', text: [t('polls.nothingSent')] },
      { kind: 'text', text: [t('polls.privately', { count: to.inChat })] },
      ...(to.without.length > 0
        ? [{ kind: 'text', text: [t('polls.without', { names: t.list(to.without) })] } as const]
        : []),
      { kind: 'divider' },
      ...askedBlocks(t, poll, to.committeeName),
      { kind: 'list', items: poll.options.map(({ startsAt }) => [t.moment(startsAt)]) },
      { kind: 'divider' },
      {
        kind: 'buttons',
        buttons: [
          openPollButton.draw(t('conferences.buttons.send'), { poll: poll.id }, { style: 'primary' }),
          dropPollButton.draw(t('conferences.buttons.discard'), { poll: poll.id }),
        ],
      },
    ],
  };
}

export function openedMessage(
  t: Texts,
  opened: { readonly poll: string; readonly batch: string; readonly heldUntil: Date; readonly told: number },
): Message {
  const { poll, batch } = opened;
  return {
    summary: t('polls.summary'),
    blocks: [
      { kind: 'text', text: [t('polls.opened', { count: opened.told, time: t.time(opened.heldUntil) })] },
      { kind: 'text', text: [t('conferences.sent.undo')] },
      {
        kind: 'buttons',
        buttons: [
          undoPollButton.draw(t('common.undo'), { poll, batch }),
          standingButton.draw(t('polls.standing'), { poll }),
        ],
      },
    ],
  };
}

function askedBlocks(t: Texts, poll: DatePoll, committeeName: string): readonly Block[] {
  return [
    { kind: 'text', text: [{ bold: committeeName }] },
    { kind: 'text', text: [t('polls.ask', { title: titleText(t, poll), until: t.moment(poll.closesAt) })] },
  ];
}

/** A member's own card: each date with the answer that stands, and the others to choose. */
export function askedMessage(
  t: Texts,
  card: {
    readonly poll: DatePoll;
    readonly committeeName: string;
    readonly own: readonly GivenAnswer[];
    readonly now: Date;
  },
): Message {
  const { poll, own, now } = card;
  const isOpen = poll.state === 'open' && poll.closesAt > now;
  const line = (option: DatePoll['options'][number]): Block => {
    const given = own.find((one) => one.option === option.id);
    const said = given ? ` ${t('polls.yours', { answer: t(`polls.answers.${given.answer}`) })}` : '';
    const by = given?.recordedBy ? ` ${t('polls.recorded', { via: t(`common.via.${given.via ?? 'chat'}`) })}` : '';
    const text = [{ bold: t.moment(option.startsAt) }, `${said}${by}`];
    if (!isOpen) return { kind: 'text', text };
    const buttons = pollAnswers
      .filter((answer) => answer !== given?.answer)
      .map((answer) =>
        answerPollButton.draw(t(`polls.answers.${answer}`), { poll: poll.id, option: option.id, answer }),
      );
    return { kind: 'row', text, buttons };
  };
  return {
    summary: t('polls.askedSummary'),
    blocks: [
      { kind: 'heading', text: t('polls.heading') },
      ...(isOpen
        ? askedBlocks(t, poll, card.committeeName)
        : [{ kind: 'text', text: [{ bold: card.committeeName }] } as const]),
      ...poll.options.map(line),
      { kind: 'note', text: [t(isOpen ? 'polls.noReply' : `polls.over.${poll.state}`)] },
    ],
  };
}

export function closedMessage(t: Texts, poll: DatePoll, committeeName: string): Message {
  return {
    summary: t('polls.closedSummary'),
    blocks: [
      { kind: 'text', text: [{ bold: committeeName }] },
      { kind: 'text', text: [t('polls.closed', { title: titleText(t, poll) })] },
      { kind: 'buttons', buttons: [standingButton.draw(t('polls.standing'), { poll: poll.id }, { style: 'primary' })] },
    ],
  };
}

export interface StandingView {
  readonly poll: DatePoll;
  readonly mayRecord: boolean;
  readonly options: readonly {
    readonly option: DatePoll['options'][number];
    readonly yes: number;
    readonly ifNeedBe: number;
    readonly no: number;
    readonly silent: number;
    readonly forecast: Forecast;
    readonly items: readonly {
      readonly list: { readonly number: number; readonly planTitle: string };
      readonly forecast: Forecast;
    }[];
  }[];
}

export function standingMessage(t: Texts, view: StandingView): Message {
  const { poll, options } = view;
  const isOver = poll.state === 'used' || poll.state === 'cancelled';
  return {
    summary: t('polls.summary'),
    blocks: [
      { kind: 'heading', text: t('polls.heading') },
      { kind: 'text', text: [{ bold: titleText(t, poll) }] },
      { kind: 'text', text: [t(`polls.states.${poll.state}`, { until: t.moment(poll.closesAt) })] },
      ...options.flatMap(({ option, yes, ifNeedBe, no, silent, forecast, items }): Block[] => {
        const text = [{ bold: t.moment(option.startsAt) }, ` ${t('polls.counts', { yes, ifNeedBe, no, silent })}`];
        const choose = chooseButton.draw(t('polls.choose'), { poll: poll.id, option: option.id });
        const [verdict] = quorumBlocks(t, forecast);
        return [
          isOver || poll.state === 'prepared' ? { kind: 'text', text } : { kind: 'row', text, buttons: [choose] },
          ...(verdict ? [verdict] : []),
          ...items.flatMap(({ list, forecast: ofItem }): Block[] => [
            { kind: 'note', text: [t('conferences.parts.list', { number: list.number, plan: list.planTitle })] },
            ...quorumBlocks(t, ofItem).slice(0, 1),
          ]),
        ];
      }),
      ...quorumBlocks(t, options[0]?.forecast as Forecast).slice(1),
      { kind: 'note', text: [t('polls.carried')] },
      {
        kind: 'buttons',
        buttons: [
          ...(view.mayRecord && poll.state === 'open'
            ? [recordPollButton.draw(t('conferences.buttons.record'), { poll: poll.id })]
            : []),
          ...(poll.state === 'open' ? [datesButton.draw(t('polls.dates.change'), { poll: poll.id })] : []),
          ...(isOver ? [] : [dropPollButton.draw(t('polls.drop'), { poll: poll.id }, { style: 'danger' })]),
          ...(poll.conference
            ? [previewButton.draw(t('conferences.buttons.continue'), { conference: poll.conference })]
            : []),
        ],
      },
    ],
  };
}

export function pollListMessage(
  t: Texts,
  committee: { readonly id: string; readonly name: string },
  polls: readonly DatePoll[],
): Message {
  return {
    summary: t('polls.summary'),
    blocks: [
      { kind: 'heading', text: t('polls.heading') },
      { kind: 'text', text: t.rich('common.committeeHeader', { name: committee.name }) },
      ...polls.slice(0, 20).map(
        (poll): Block => ({
          kind: 'row',
          text: [
            { bold: titleText(t, poll) },
            ` ${t(`polls.states.${poll.state}`, { until: t.moment(poll.closesAt) })}`,
          ],
          buttons: [standingButton.draw(t('polls.standing'), { poll: poll.id })],
        }),
      ),
      {
        kind: 'buttons',
        buttons: [createPollButton.draw(t('polls.new'), { committee: committee.id }, { style: 'primary' })],
      },
    ],
  };
}

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

export const pollDutyViews: Readonly<Record<string, (t: Texts, duty: Duty) => Block>> = {
  'polls.answer': (t, { subject, dueAt, facts }) => ({
    kind: 'row',
    text: t.rich('polls.duty', {
      title: facts.title === '' ? t('conferences.untitled') : String(facts.title),
      count: Number(facts.count),
      until: dueAt ? t.moment(dueAt) : '',
    }),
    buttons: [ownPollButton.draw(t('polls.open'), { poll: subject.id })],
  }),
};
