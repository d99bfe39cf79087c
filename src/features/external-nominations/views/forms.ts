/** Forms of nominations to outside bodies: prepare, a contact, the outcome, the report. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { textMax, wordMax } from '../rules.ts';
import { type ExternalNomination, outcomes, type ReportRule } from '../types.ts';
import { ruleWords } from './messages.ts';

const text = z.string().nullish();
const one = z.object({ nomination: z.string() });

export const prepareForm = defineForm({
  id: 'external-nominations.prepare',
  state: z.object({ committee: z.string() }),
  values: z.object({
    ...{ person: z.string(), responsible: z.string() },
    ...{ body: text, position: text, term: text, preparedOn: text },
  }),
});

export function prepareView(
  t: Texts,
  committee: CommitteeId,
  members: readonly { readonly id: string; readonly fullName: string }[],
  today: PlainDate,
): Form {
  const line = (name: 'body' | 'position' | 'term') =>
    prepareForm.field(name, {
      label: t(`externalNominations.form.${name}`),
      hint: t(`externalNominations.form.${name}Hint`),
      input: { type: 'text', max: textMax },
    });
  return prepareForm.draw({
    title: t('externalNominations.form.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee },
    items: [
      prepareForm.field('person', {
        label: t('externalNominations.form.person'),
        input: { type: 'search', minChars: 1 },
      }),
      line('body'),
      line('position'),
      line('term'),
      prepareForm.field('preparedOn', {
        label: t('externalNominations.form.preparedOn'),
        input: { type: 'date', initial: today },
      }),
      prepareForm.field('responsible', {
        label: t('externalNominations.form.responsible'),
        hint: t('externalNominations.form.responsibleHint'),
        input: {
          type: 'select',
          options: members.slice(0, 100).map(({ id, fullName }) => ({ value: id, label: fullName.slice(0, 75) })),
        },
      }),
    ],
  });
}

export const contactForm = defineForm({
  id: 'external-nominations.contact',
  state: one,
  values: z.object({ heldOn: text, withWhom: text, said: text }),
});

export function contactView(t: Texts, { id }: ExternalNomination, today: PlainDate): Form {
  return contactForm.draw({
    title: t('externalNominations.contactForm.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { nomination: id },
    items: [
      contactForm.field('heldOn', {
        label: t('externalNominations.contactForm.heldOn'),
        input: { type: 'date', initial: today },
      }),
      contactForm.field('withWhom', {
        label: t('externalNominations.contactForm.withWhom'),
        input: { type: 'text', max: textMax },
      }),
      contactForm.field('said', {
        label: t('externalNominations.contactForm.said'),
        input: { type: 'text', multiline: true, max: wordMax },
      }),
    ],
  });
}

export const outcomeForm = defineForm({
  id: 'external-nominations.outcome',
  state: one,
  values: z.object({ outcome: z.enum(outcomes), resultOn: text, decision: text, word: text, reportBy: text }),
});

/** Who is reminded of the report, and by which rule its date is counted, before it is saved. */
export function outcomeView(t: Texts, nomination: ExternalNomination, rule: ReportRule): Form {
  const { id, state, resultOn, decision, word, responsibleName } = nomination;
  return outcomeForm.draw({
    title: t('externalNominations.outcomeForm.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { nomination: id },
    items: [
      outcomeForm.field('outcome', {
        label: t('externalNominations.outcomeForm.outcome'),
        input: {
          type: 'radio',
          options: outcomes.map((value) => ({ value, label: t(`externalNominations.states.${value}`) })),
          ...(state === 'preparing' ? {} : { initial: state }),
        },
      }),
      outcomeForm.field('resultOn', {
        label: t('externalNominations.outcomeForm.resultOn'),
        input: { type: 'date', ...(resultOn ? { initial: resultOn } : {}) },
      }),
      outcomeForm.field('decision', {
        label: t('externalNominations.outcomeForm.decision'),
        hint: t('externalNominations.outcomeForm.decisionHint'),
        optional: true,
        input: { type: 'text', max: textMax, ...(decision ? { initial: decision } : {}) },
      }),
      outcomeForm.field('word', {
        label: t('externalNominations.outcomeForm.word'),
        hint: t('externalNominations.outcomeForm.wordHint'),
        optional: true,
        input: { type: 'text', multiline: true, max: wordMax, ...(word ? { initial: word } : {}) },
      }),
      outcomeForm.field('reportBy', {
        label: t('externalNominations.outcomeForm.reportBy'),
        hint: t(`externalNominations.outcomeForm.${rule.days === null ? 'reportByNeeded' : 'reportByHint'}`),
        optional: true,
        input: { type: 'date' },
      }),
      { kind: 'note', text: [ruleWords(t, rule)] },
      { kind: 'note', text: [t('externalNominations.outcomeForm.told', { name: responsibleName })] },
    ],
  });
}

export const goOnForm = defineForm({
  id: 'external-nominations.go-on',
  state: one,
  values: z.object({ word: text }),
});

export function goOnView(t: Texts, { id }: ExternalNomination): Form {
  return goOnForm.draw({
    title: t('externalNominations.goOnForm.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { nomination: id },
    items: [
      goOnForm.field('word', {
        label: t('externalNominations.goOnForm.word'),
        hint: t('externalNominations.goOnForm.wordHint'),
        input: { type: 'text', multiline: true, max: wordMax },
      }),
    ],
  });
}

export const reportForm = defineForm({
  id: 'external-nominations.report',
  state: one,
  values: z.object({ reportedOn: text, reportNumber: text }),
});

export function reportView(t: Texts, { id }: ExternalNomination, today: PlainDate): Form {
  return reportForm.draw({
    title: t('externalNominations.reportForm.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { nomination: id },
    items: [
      reportForm.field('reportedOn', {
        label: t('externalNominations.reportForm.reportedOn'),
        input: { type: 'date', initial: today },
      }),
      reportForm.field('reportNumber', {
        label: t('externalNominations.reportForm.number'),
        optional: true,
        input: { type: 'text', max: textMax },
      }),
    ],
  });
}
