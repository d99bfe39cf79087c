/** The forms of a procedure: which steps, the vote of a step, and what a step outside the bot brought. */
import { z } from 'zod';
import { defineForm, type Field, type Form, type Option } from '../../../chat/form.ts';
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { viaKinds } from '../../../kernel/act.ts';
import { isPlainDate } from '../../../kernel/time.ts';
import { questionMax } from '../../ballots/rules/course.ts';
import { ballotPlaces } from '../../ballots/types/round.ts';
import type { VoteRule } from '../../ballots/types/vote-rule.ts';
import { durations } from '../../ballots/views/here-form.ts';
import type { Membership } from '../../committees/types.ts';
import { titleText } from '../../conferences/views/parts.ts';
import type { Plan } from '../../plans/types.ts';
import type { SittingItem } from '../../sittings/types.ts';
import { itemText, type ListName } from '../../sittings/views/words.ts';
import { reasonMax } from '../rules/stand.ts';
import { occasions, type Procedure, type ProcedureStep } from '../types/procedure.ts';
import { type Entry, entriesInput, entryOptions, exceptionFields } from './people-field.ts';
import { ruleBlocks, sourceText } from './procedure.ts';

const list = z.array(z.string()).nullish();
const text = z.string().nullish();
const ofStep = z.object({ procedure: z.string(), step: z.string() });

export const chooseForm = defineForm({
  id: 'procedures.choose',
  state: z.object({ committee: z.string(), plan: z.string() }),
  values: z.object({ occasion: z.enum(occasions) }),
});

export function chooseView(t: Texts, plan: Plan, offered: readonly Procedure[]): Form {
  const [first] = offered;
  return chooseForm.draw({
    title: t('procedures.choose.title'),
    submit: t('procedures.choose.submit'),
    cancel: t('common.cancel'),
    state: { committee: plan.committee, plan: plan.id },
    items: [
      chooseForm.field('occasion', {
        label: t('procedures.choose.occasion'),
        input: {
          type: 'radio',
          options: offered.map((one) => ({
            value: one.occasion,
            label: t('procedures.choose.option', { title: one.title[t.locale], count: one.steps.value.length }),
          })),
          ...(first ? { initial: first.occasion } : {}),
        },
      }),
      ...offered.flatMap((one): Block[] => [
        { kind: 'text', text: [{ bold: one.title[t.locale] }] },
        { kind: 'list', ordered: true, items: one.steps.value.map(({ title }) => [title[t.locale]]) },
        { kind: 'note', text: [sourceText(t, one)] },
      ]),
    ],
  });
}

export const stepVoteForm = defineForm({
  id: 'procedures.vote',
  state: ofStep,
  values: z.object({
    question: text,
    position: text,
    place: z.enum([...ballotPlaces, 'secret']),
    /** "alone", or a conference and, after a colon, one of its items. */
    where: text,
    minutes: z.enum(durations).nullish(),
    date: z.string().refine(isPlainDate).nullish(),
    time: text,
    tellers: list,
    exceptions: list,
    reason: text,
  }),
});

interface StepParts {
  readonly current: { readonly id: string };
  readonly step: ProcedureStep;
  readonly through: readonly Entry[];
  readonly others: readonly Entry[];
}

export interface StepVoteParts extends StepParts {
  readonly plan: Plan;
  readonly rule: VoteRule | null;
  readonly committee: { readonly zone: string };
  readonly members: readonly Membership[];
  readonly rooms: readonly RoomShown[];
}

interface RoomShown {
  readonly conference: { readonly id: string };
  readonly revision: Parameters<typeof titleText>[1];
  readonly items: readonly SittingItem[];
  readonly lists: readonly ListName[];
}

export function stepVoteView(t: Texts, parts: StepVoteParts): Form {
  const { step, rule, through, others, members, plan } = parts;
  const field = stepVoteForm.field;
  const tellers = members
    .slice(0, 100)
    .map(({ person, fullName }) => ({ value: person, label: fullName.slice(0, 75) || '—' }));
  const positions = positionsOf([...through, ...others]);
  const onNames = through.length + others.length > 0;
  const isAlone = parts.rooms.length === 0;
  return stepVoteForm.draw({
    title: t('procedures.vote.title'),
    submit: t('votes.prepare.next'),
    cancel: t('common.cancel'),
    state: { procedure: parts.current.id, step: step.key },
    items: [
      { kind: 'text', text: [{ bold: step.title[t.locale] }] },
      ...(rule ? ruleBlocks(t, rule) : []),
      { kind: 'note', text: [t('procedures.vote.asked', { count: members.filter(({ votes }) => votes).length })] },
      ...(onNames ? throughBlocks(t, through) : []),
      ...(onNames
        ? []
        : [
            field('question', {
              label: t('votes.prepare.question'),
              input: {
                type: 'text',
                multiline: true,
                max: questionMax,
                initial: t('procedures.vote.question', { plan: plan.title }),
              },
            }),
          ]),
      ...(positions.length > 1
        ? [
            field('position', {
              label: t('procedures.vote.position'),
              optional: true,
              input: { type: 'select', options: positions },
            }),
          ]
        : []),
      ...exceptionFields(t, field, others, reasonMax),
      field('place', {
        label: t('votes.prepare.place'),
        input: {
          type: 'radio',
          options: [...ballotPlaces, 'secret' as const].map((place) => ({
            value: place,
            label: t(`votes.places.${place}`),
          })),
          initial: 'chat',
        },
      }),
      ...roomItems(t, parts.rooms),
      field('date', {
        label: t('votes.prepare.date'),
        ...(isAlone ? {} : { hint: t('procedures.vote.dateHint') }),
        optional: !isAlone,
        input: { type: 'date' },
      }),
      field('time', {
        label: t('votes.prepare.time'),
        hint: t('votes.prepare.timeHint', { zone: parts.committee.zone }),
        optional: true,
        input: { type: 'time' },
      }),
      field('tellers', {
        label: t('votes.prepare.tellers'),
        hint: t('votes.prepare.tellersHint'),
        optional: true,
        input: { type: 'multi-select', options: tellers },
      }),
    ],
  });
}

export const alone = 'alone';
export const usualMinutes = '15';

/** Which item of a conference under way; before any roll call is begun there is none to choose. */
function roomItems(t: Texts, rooms: readonly RoomShown[]): readonly (Block | Field)[] {
  if (rooms.length === 0) return [{ kind: 'note', text: [t('procedures.vote.noRoom')] }];
  const ofRooms = rooms.flatMap(({ conference, revision, items, lists }) =>
    items.map((item) => ({
      value: `${conference.id}:${item.id}`,
      label: `${itemText(t, item, lists)} · ${titleText(t, revision)}`.slice(0, 75),
    })),
  );
  const options = [{ value: alone, label: t('procedures.vote.alone') }, ...ofRooms.slice(0, 99)];
  return [
    stepVoteForm.field('where', {
      label: t('procedures.vote.where'),
      hint: t('procedures.vote.whereHint'),
      input: { type: 'select', options, initial: alone },
    }),
    stepVoteForm.field('minutes', {
      label: t('procedures.vote.minutes'),
      hint: t('votes.here.minutesHint'),
      optional: true,
      input: {
        type: 'select',
        options: durations.map((value) => ({ value, label: t('votes.here.durations', { count: Number(value) }) })),
        initial: usualMinutes,
      },
    }),
  ];
}

function throughBlocks(t: Texts, through: readonly Entry[]): readonly Block[] {
  if (through.length === 0) return [{ kind: 'text', text: [t('procedures.form.nobody')] }];
  return [
    { kind: 'text', text: [t('procedures.form.through')] },
    {
      kind: 'list',
      items: entryOptions(t, through)
        .slice(0, 80)
        .map(({ label }) => [label]),
    },
  ];
}

function positionsOf(entries: readonly Entry[]): readonly Option[] {
  const titles = new Map(entries.map(({ position, positionTitle }) => [position as string, positionTitle]));
  return [...titles].slice(0, 100).map(([value, title]) => ({ value, label: title.slice(0, 75) }));
}

const passing = ['yes', 'no'] as const;

export const enterForm = defineForm({
  id: 'procedures.enter',
  state: ofStep,
  values: z.object({
    date: z.string().refine(isPlainDate),
    via: z.enum(viaKinds),
    reference: text,
    passed: z.enum(passing).nullish(),
    letThrough: list,
    exceptions: list,
    reason: text,
    note: text,
  }),
});

export function enterView(t: Texts, parts: StepParts & { readonly isDecision: boolean }): Form {
  const { step, through, others } = parts;
  const field = enterForm.field;
  const people = [...through, ...others];
  return enterForm.draw({
    title: t('procedures.enter.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { procedure: parts.current.id, step: step.key },
    items: [
      { kind: 'text', text: [{ bold: step.title[t.locale] }] },
      field('date', { label: t('procedures.enter.date'), input: { type: 'date' } }),
      field('via', {
        label: t('votes.record.via'),
        input: {
          type: 'select',
          options: viaKinds
            .filter((kind) => kind !== 'chat')
            .map((kind) => ({ value: kind, label: t(`common.via.${kind}`) })),
          initial: 'paper',
        },
      }),
      field('reference', {
        label: t('procedures.enter.reference'),
        optional: true,
        input: { type: 'text', max: 100 },
      }),
      ...(parts.isDecision
        ? [
            field('passed', {
              label: t('procedures.enter.passed'),
              input: {
                type: 'radio',
                options: passing.map((value) => ({ value, label: t(`procedures.enter.answers.${value}`) })),
              },
            }),
          ]
        : []),
      ...(people.length > 0
        ? [
            field('letThrough', {
              label: t('procedures.enter.letThrough'),
              hint: t('procedures.enter.letThroughHint'),
              optional: true,
              input: entriesInput(t, people),
            }),
          ]
        : []),
      ...exceptionFields(t, field, others, reasonMax),
      field('note', {
        label: t('procedures.enter.note'),
        hint: t('procedures.enter.noteHint'),
        optional: true,
        input: { type: 'text', multiline: true, max: 1000 },
      }),
    ],
  });
}
