/** The forms of those who run a vote: prepare, once more, the next round, void, deciding between the tied. */
import { z } from 'zod';
import { defineForm, type Field, type Form, type Option } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { isPlainDate } from '../../../kernel/time.ts';
import { planOfList } from '../../classification/views/marks.ts';
import type { Membership } from '../../committees/types.ts';
import type { NomineeList } from '../../reviews/types/nouns.ts';
import { questionMax, whyMax } from '../rules/course.ts';
import { goingOn, tiedIn } from '../rules/follow.ts';
import { type BallotRound, ballotPlaces } from '../types/round.ts';
import type { VoteRule } from '../types/vote-rule.ts';
import { nameOfLine, ruleText, subjectText } from './words.ts';

const date = z.string().refine(isPlainDate);
const time = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .nullish();
const ofRound = z.object({ round: z.string() });

export const prepareForm = defineForm({
  id: 'ballots.prepare',
  state: z.object({ committee: z.string() }),
  values: z.object({
    /** "question", or a list and, after a colon, one of its positions. */
    subject: z.string(),
    question: z.string().nullish(),
    rule: z.string(),
    place: z.enum([...ballotPlaces, 'secret', 'unnamed']),
    date,
    time,
    opensDate: date.nullish(),
    opensTime: time,
    settles: z.string().nullish(),
    tellers: z.array(z.string()).nullish(),
  }),
});

export const settlings = ['never', '10', '60', '1440'] as const;

export function prepareView(
  t: Texts,
  parts: {
    readonly committee: { readonly id: string; readonly zone: string };
    readonly lists: readonly NomineeList[];
    readonly rules: readonly VoteRule[];
    readonly members: readonly Membership[];
  },
): Form {
  return prepareForm.draw({
    title: t('votes.prepare.title'),
    submit: t('votes.prepare.next'),
    cancel: t('common.cancel'),
    state: { committee: parts.committee.id },
    items: [
      prepareForm.field('subject', {
        label: t('votes.prepare.subject'),
        input: { type: 'select', options: subjectOptions(t, parts.lists), initial: 'question' },
      }),
      prepareForm.field('question', {
        label: t('votes.prepare.question'),
        hint: t('votes.prepare.questionHint'),
        optional: true,
        input: { type: 'text', multiline: true, max: questionMax },
      }),
      prepareForm.field('rule', {
        label: t('votes.prepare.rule'),
        hint: t('votes.prepare.ruleHint'),
        input: {
          type: 'select',
          options: parts.rules.map((rule) => ({ value: rule.key, label: ruleText(t, rule).slice(0, 75) })),
        },
      }),
      prepareForm.field('place', {
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
      ...closing(t, parts.committee.zone, prepareForm.field),
      prepareForm.field('opensDate', {
        label: t('votes.prepare.opensDate'),
        hint: t('votes.prepare.opensHint'),
        optional: true,
        input: { type: 'date' },
      }),
      prepareForm.field('opensTime', { label: t('votes.prepare.opensTime'), optional: true, input: { type: 'time' } }),
      prepareForm.field('settles', {
        label: t('votes.prepare.settles'),
        hint: t('votes.prepare.settlesHint'),
        optional: true,
        input: {
          type: 'select',
          options: settlings.map((key) => ({ value: key, label: t(`votes.settlings.${key}`) })),
          initial: 'never',
        },
      }),
      prepareForm.field('tellers', {
        label: t('votes.prepare.tellers'),
        hint: t('votes.prepare.tellersHint'),
        optional: true,
        input: tellersInput(parts.members),
      }),
    ],
  });
}

export function tellersInput(members: readonly Membership[]): Field['input'] {
  const options = members.map(({ person, fullName }) => ({ value: person, label: fullName.slice(0, 75) || '—' }));
  return options.length <= 100 ? { type: 'multi-select', options } : { type: 'search-many', minChars: 0 };
}

type DrawField = (name: 'date' | 'time', field: Omit<Field, 'kind' | 'name'>) => Field;

function closing(t: Texts, zone: string, draw: DrawField): readonly Field[] {
  return [
    draw('date', { label: t('votes.prepare.date'), input: { type: 'date' } }),
    draw('time', {
      label: t('votes.prepare.time'),
      hint: t('votes.prepare.timeHint', { zone }),
      optional: true,
      input: { type: 'time' },
    }),
  ];
}

/** A question, or a list: whole or one of its positions. */
export function subjectOptions(t: Texts, lists: readonly NomineeList[]): readonly Option[] {
  const ofLists = lists.flatMap((list): Option[] => {
    const named = (positions: string) =>
      t('votes.ofList', { number: list.number, plan: planOfList(t, list), positions });
    const positions = [...new Map(list.entries.map((entry) => [entry.position, entry.positionTitle]))];
    const parts = positions.map(([id, title]) => ({
      value: `${list.id}:${id}`,
      label: named(title).slice(0, 75),
    }));
    return positions.length === 1
      ? parts
      : [{ value: list.id, label: named(t('votes.prepare.allPositions')).slice(0, 75) }, ...parts];
  });
  return [{ value: 'question', label: t('votes.prepare.aQuestion') }, ...ofLists.slice(0, 99)];
}

export const againForm = defineForm({
  id: 'ballots.again',
  state: ofRound,
  values: z.object({ why: z.string(), date, time }),
});

export function againView(t: Texts, round: BallotRound, zone: string): Form {
  return againForm.draw({
    title: t('votes.again.title'),
    submit: t('votes.prepare.next'),
    cancel: t('common.cancel'),
    state: { round: round.id },
    items: [
      { kind: 'text', text: [{ bold: subjectText(t, round) }] },
      { kind: 'text', text: [t('votes.again.intro')] },
      againForm.field('why', { label: t('votes.again.why'), input: { type: 'text', multiline: true, max: whyMax } }),
      ...closing(t, zone, againForm.field),
    ],
  });
}

export const nextForm = defineForm({ id: 'ballots.next', state: ofRound, values: z.object({ date, time }) });

/** Null: by the ruling nobody goes on. */
export function nextView(t: Texts, round: BallotRound, zone: string): Form | null {
  const names = goingOn(round).map(({ candidate }) => nameOfLine(t, round, candidate));
  if (names.length === 0) return null;
  return nextForm.draw({
    title: t('votes.next.title'),
    submit: t('votes.prepare.next'),
    cancel: t('common.cancel'),
    state: { round: round.id },
    items: [
      { kind: 'text', text: [{ bold: subjectText(t, round) }] },
      { kind: 'text', text: [t('votes.next.intro')] },
      { kind: 'list', items: names.map((name) => [name]) },
      ...closing(t, zone, nextForm.field),
    ],
  });
}

export const voidForm = defineForm({ id: 'ballots.void', state: ofRound, values: z.object({ why: z.string() }) });

export function voidView(t: Texts, round: BallotRound): Form {
  return voidForm.draw({
    title: t('votes.void.title'),
    submit: t('votes.void.submit'),
    cancel: t('common.cancel'),
    state: { round: round.id },
    items: [
      { kind: 'text', text: [t('votes.void.intro')] },
      voidForm.field('why', { label: t('votes.void.why'), input: { type: 'text', multiline: true, max: whyMax } }),
    ],
  });
}

export const decideForm = defineForm({
  id: 'ballots.decide',
  state: ofRound,
  values: z.object({ passes: z.array(z.string()).nullish() }),
});

/** Whoever is tied and not ticked has not passed. Null: nobody is tied. */
export function decideView(t: Texts, round: BallotRound): Form | null {
  const tied = tiedIn(round).slice(0, 10);
  if (tied.length === 0) return null;
  const options = tied.map(({ candidate }) => ({
    value: candidate,
    label: nameOfLine(t, round, candidate).slice(0, 75),
  }));
  return decideForm.draw({
    title: t('votes.decide.title'),
    submit: t('votes.decide.submit'),
    cancel: t('common.cancel'),
    state: { round: round.id },
    items: [
      { kind: 'text', text: [{ bold: subjectText(t, round) }] },
      { kind: 'text', text: [t('votes.decide.intro')] },
      decideForm.field('passes', {
        label: t('votes.decide.passes'),
        optional: true,
        input: { type: 'checkboxes', options },
      }),
    ],
  });
}
