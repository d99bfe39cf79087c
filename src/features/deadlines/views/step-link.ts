/** Which date a step of the calendar has become: the form that asks, and what is said above the calendar afterwards. */
import { z } from 'zod';
import { defineButton, defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Button } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { LinkChoice, StandingStep } from '../types/schedule.ts';

const ofStep = z.object({ committee: z.string(), step: z.string() });
export const linkStepButton = defineButton('deadlines.link-step', ofStep);
/** Ids of subjects, “none”, or empty for the nearest. */
export const undoLinkButton = defineButton(
  'deadlines.undo-link',
  z.object({ committee: z.string(), step: z.string(), was: z.string(), now: z.string() }),
);

export const linkStepForm = defineForm({
  id: 'deadlines.link-step',
  state: ofStep,
  values: z.object({ date: z.string() }),
});

/** Options of a select, with the one that says none of them. */
const datesShown = 99;

/** “Not this conference”, or which one it is; nothing where there is nothing to choose. */
export function linkButtons(t: Texts, committee: string, step: StandingStep): readonly Button[] {
  if (!step.isLinkable) return [];
  const key = step.linked ? 'notThis' : 'choose';
  return [linkStepButton.draw(t.label(`deadlines.schedule.link.${key}`, step.key), { committee, step: step.id })];
}

export function linkStepView(
  t: Texts,
  parts: {
    readonly committee: string;
    readonly step: Pick<StandingStep, 'id' | 'key'>;
    readonly linked: string | null;
    readonly dates: readonly { readonly id: string; readonly title: string | null; readonly dueAt: Date }[];
  },
): Form {
  const { committee, step, linked, dates } = parts;
  const options = dates.slice(0, datesShown).map(({ id, title, dueAt }) => ({
    value: id,
    label: `${t.moment(dueAt)} · ${title ?? t.label('deadlines.schedule.step', step.key)}`.slice(0, 75),
  }));
  const isAmong = options.some(({ value }) => value === linked);
  return linkStepForm.draw({
    title: t('deadlines.schedule.link.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee, step: step.id },
    items: [
      {
        kind: 'text',
        text: t.rich('deadlines.schedule.link.how', { step: t.label('deadlines.schedule.step', step.key) }),
      },
      linkStepForm.field('date', {
        label: t('deadlines.schedule.link.date'),
        input: {
          type: 'select',
          options: [...options, { value: 'none', label: t('deadlines.schedule.link.none') }],
          initial: isAmong && linked !== null ? linked : 'none',
        },
      }),
    ],
  });
}

export function linkedBlocks(
  t: Texts,
  at: { readonly committee: string; readonly step: string },
  change: { readonly was: LinkChoice; readonly now: LinkChoice },
): readonly Block[] {
  const data = { ...at, was: change.was ?? '', now: change.now ?? '' };
  return [
    { kind: 'text', text: [t(`deadlines.schedule.link.${change.now === 'none' ? 'saidNone' : 'said'}`)] },
    { kind: 'buttons', buttons: [undoLinkButton.draw(t('common.undo'), data)] },
  ];
}
