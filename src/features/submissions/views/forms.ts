/** Forms of submissions: prepare, a paper from outside, one seat's answer, the authority's paper, a reply, the decision. */
import { z } from 'zod';
import { defineForm, type Field, type Form, type Option } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { planOfList } from '../../classification/views/marks.ts';
import type { NomineeList } from '../../reviews/types/nouns.ts';
import { nameMax, standingOf, textMax } from '../rules/parcel.ts';
import { isEntered } from '../rules/rest.ts';
import { type Seat, type Submission, seatAnswers, type UnitStanding } from '../types.ts';
import { nameOf, seatLine } from './words.ts';

const ofSubmission = z.object({ submission: z.string() });
const ofSeat = z.object({ submission: z.string(), seat: z.string() });
const text = z.string().nullish();

export interface SendBackShown {
  readonly submission: Submission;
  readonly seat: Seat;
  readonly steps: readonly {
    readonly number: number;
    readonly step: { readonly title: Record<'vi' | 'en', string> };
  }[];
}

export const prepareForm = defineForm({
  id: 'submissions.prepare',
  state: z.object({ committee: z.string() }),
  values: z.object({ list: z.string(), authority: text, answerer: text, letter: text, date: text }),
});

export function prepareView(t: Texts, committee: CommitteeId, lists: readonly NomineeList[]): Form {
  return prepareForm.draw({
    title: t('submissions.form.title'),
    submit: t('common.continue'),
    cancel: t('common.cancel'),
    state: { committee },
    items: [
      prepareForm.field('list', {
        label: t('submissions.form.list'),
        input: {
          type: 'select',
          options: lists.slice(0, 100).map((list) => ({
            value: list.id,
            label: t('submissions.form.listOption', {
              ...{ plan: planOfList(t, list), number: list.number, count: list.entries.length },
            }).slice(0, 75),
          })),
          ...(lists.length === 1 && lists[0] ? { initial: lists[0].id } : {}),
        },
      }),
      ...addressFields(t, prepareForm),
    ],
  });
}

type Addressed = {
  readonly field: (name: 'authority' | 'answerer' | 'letter' | 'date', field: Omit<Field, 'kind' | 'name'>) => Field;
};

/** To whom a parcel goes, who answers, and by when: the same for a list of one's own and for those of units. */
export function addressFields(t: Texts, form: Addressed): readonly Field[] {
  return [
    form.field('authority', {
      label: t('submissions.form.authority'),
      hint: t('submissions.form.authorityHint'),
      input: { type: 'text', max: nameMax },
    }),
    form.field('answerer', {
      label: t('submissions.form.answerer'),
      hint: t('submissions.form.answererHint'),
      optional: true,
      input: { type: 'search', minChars: 1 },
    }),
    form.field('letter', {
      label: t('submissions.form.letter'),
      optional: true,
      input: { type: 'text', max: nameMax },
    }),
    form.field('date', {
      label: t('submissions.form.date'),
      hint: t('submissions.form.dateHint'),
      optional: true,
      input: { type: 'date' },
    }),
  ];
}

export const paperForm = defineForm({
  id: 'submissions.paper',
  state: ofSubmission,
  values: z.object({ title: text, number: text, dated: text }),
});

export function paperView(t: Texts, submission: Submission): Form {
  return paperForm.draw({
    title: t('submissions.paperForm.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { submission: submission.id },
    items: [
      paperForm.field('title', {
        label: t('submissions.paperForm.what'),
        hint: t('submissions.paperForm.whatHint'),
        input: { type: 'text', max: textMax },
      }),
      paperForm.field('number', {
        label: t('submissions.paperForm.number'),
        optional: true,
        input: { type: 'text', max: nameMax },
      }),
      paperForm.field('dated', { label: t('submissions.paperForm.dated'), optional: true, input: { type: 'date' } }),
    ],
  });
}

export const seatForm = defineForm({
  id: 'submissions.seat',
  state: ofSeat,
  values: z.object({ answer: z.enum(seatAnswers), word: text }),
});

export function seatView(t: Texts, submission: Submission, seat: Seat): Form {
  return seatForm.draw({
    title: t('submissions.seatForm.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { submission: submission.id, seat: seat.id },
    items: [
      { kind: 'text', text: seatLine(t, seat) },
      seatForm.field('answer', {
        label: t('submissions.seatForm.answer'),
        input: {
          type: 'radio',
          options: seatAnswers.map((value) => ({ value, label: t(`submissions.choices.${value}`) })),
          ...(seat.answer ? { initial: seat.answer } : {}),
        },
      }),
      seatForm.field('word', {
        label: t('submissions.seatForm.word'),
        hint: t('submissions.seatForm.wordHint'),
        optional: true,
        input: { type: 'text', multiline: true, max: textMax, ...(seat.word ? { initial: seat.word } : {}) },
      }),
    ],
  });
}

export const recordForm = defineForm({
  id: 'submissions.record',
  state: ofSubmission,
  values: z.object({
    number: text,
    dated: text,
    notApproved: z.array(z.string()).nullish(),
    returned: z.array(z.string()).nullish(),
    word: text,
  }),
});

export function recordView(t: Texts, submission: Submission): Form {
  const open = submission.seats.filter((seat) => !isEntered(submission, seat));
  return recordForm.draw({
    title: t('submissions.recordForm.title'),
    submit: t('common.continue'),
    cancel: t('common.cancel'),
    state: { submission: submission.id },
    items: [
      { kind: 'text', text: [t('submissions.recordForm.intro', { count: open.length })] },
      recordForm.field('number', {
        label: t('submissions.recordForm.number'),
        input: { type: 'text', max: nameMax },
      }),
      recordForm.field('dated', { label: t('submissions.recordForm.dated'), input: { type: 'date' } }),
      recordForm.field('notApproved', {
        label: t('submissions.recordForm.notApproved'),
        optional: true,
        input: { type: 'search-many', minChars: 0 },
      }),
      recordForm.field('returned', {
        label: t('submissions.recordForm.returned'),
        optional: true,
        input: { type: 'search-many', minChars: 0 },
      }),
      recordForm.field('word', {
        label: t('submissions.recordForm.word'),
        hint: t('submissions.recordForm.wordHint'),
        optional: true,
        input: { type: 'text', multiline: true, max: textMax },
      }),
    ],
  });
}

/** The seats whose name or position fits what was typed. */
export function seatOptions(t: Texts, submission: Submission, typed: string): readonly Option[] {
  const wanted = typed.trim().toLowerCase();
  return submission.seats
    .filter((seat) => !seat.sentBack && !isEntered(submission, seat))
    .map((seat) => ({ value: seat.id, label: `${nameOf(t, seat)} · ${seat.positionTitle}` }))
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .slice(0, 100)
    .map(({ value, label }) => ({ value, label: label.slice(0, 75) }));
}

export const replyForm = defineForm({
  id: 'submissions.reply',
  state: ofSeat,
  values: z.object({ reply: text }),
});

export function replyView(t: Texts, submission: Submission, seat: Seat): Form {
  return replyForm.draw({
    title: t('submissions.replyForm.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { submission: submission.id, seat: seat.id },
    items: [
      { kind: 'text', text: seatLine(t, seat) },
      replyForm.field('reply', {
        label: t('submissions.replyForm.reply'),
        input: { type: 'text', multiline: true, max: textMax },
      }),
    ],
  });
}

export const sendBackForm = defineForm({
  id: 'submissions.send-back',
  state: ofSeat,
  values: z.object({ step: text }),
});

/** Where the plan has no steps there is nothing to choose: what happens is said. */
export function sendBackView(t: Texts, { submission, seat, steps }: SendBackShown): Form {
  const effect = submission.content.kind === 'units' ? 'effectUnits' : 'effect';
  return sendBackForm.draw({
    title: t('submissions.sendBackForm.title'),
    submit: t('submissions.buttons.sendBack'),
    cancel: t('common.cancel'),
    state: { submission: submission.id, seat: seat.id },
    items: [
      { kind: 'text', text: seatLine(t, seat) },
      ...(steps.length > 0
        ? [
            sendBackForm.field('step', {
              label: t('submissions.sendBackForm.step'),
              hint: t('submissions.sendBackForm.stepHint'),
              input: {
                type: 'select',
                options: steps.map(({ number, step }) => ({
                  value: String(number),
                  label: t('procedures.stepTitle', { number, title: step.title[t.locale] }).slice(0, 75),
                })),
                initial: String(steps.at(-1)?.number ?? ''),
              },
            }),
          ]
        : []),
      { kind: 'note', text: [t(`submissions.sendBackForm.${steps.length > 0 ? 'effectSteps' : effect}`)] },
    ],
  });
}

export const settleForm = defineForm({
  id: 'submissions.settle',
  state: ofSubmission,
  values: z.object({ number: text, dated: text }),
});

/** What it does stands above: so many people enter the plan. */
export function settleView(t: Texts, submission: Submission): Form {
  const { decision } = submission;
  const { approved, notApproved } = standingOf(submission.seats);
  return settleForm.draw({
    title: t('submissions.settleForm.title'),
    submit: t('submissions.buttons.settle'),
    cancel: t('common.cancel'),
    state: { submission: submission.id },
    items: [
      {
        kind: 'text',
        text: t.rich(
          submission.content.kind === 'units' ? 'submissions.settleForm.effectUnits' : 'submissions.settleForm.effect',
          { approved, notApproved, plan: submission.about },
        ),
      },
      settleForm.field('number', {
        label: t('submissions.recordForm.number'),
        input: { type: 'text', max: nameMax, ...(decision ? { initial: decision.number } : {}) },
      }),
      settleForm.field('dated', {
        label: t('submissions.recordForm.dated'),
        input: { type: 'date', ...(decision ? { initial: decision.dated } : {}) },
      }),
    ],
  });
}

export const toldForm = defineForm({
  id: 'submissions.told',
  state: z.object({ submission: z.string(), unit: z.string() }),
  values: z.object({ letter: text }),
});

/** What the unit was told stands above, so that nobody says it of something else. */
export function toldView(t: Texts, submission: Submission, { unit, name, untold }: UnitStanding): Form {
  return toldForm.draw({
    title: t('submissions.toldForm.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { submission: submission.id, unit },
    items: [
      { kind: 'text', text: t.rich('submissions.toldForm.intro', { name, count: untold.length }) },
      toldForm.field('letter', {
        label: t('submissions.toldForm.letter'),
        optional: true,
        input: { type: 'text', max: nameMax },
      }),
    ],
  });
}
