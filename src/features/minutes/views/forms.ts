/** The forms about minutes: a correction, a reason, the signed paper, an addendum. */
import { z } from 'zod';
import { defineForm, type Form, type Option } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';

const ofConference = z.object({ conference: z.string() });

export const proposeForm = defineForm({
  id: 'minutes.propose',
  state: ofConference,
  values: z.object({ event: z.string().nullish(), text: z.string(), person: z.string().nullish() }),
});
export const declineForm = defineForm({
  id: 'minutes.decline',
  state: z.object({ conference: z.string(), correction: z.string() }),
  values: z.object({ reason: z.string() }),
});
export const paperForm = defineForm({
  id: 'minutes.paper',
  state: ofConference,
  values: z.object({ number: z.string(), dated: z.string() }),
});
export const addendumForm = defineForm({
  id: 'minutes.addendum',
  state: ofConference,
  values: z.object({ text: z.string() }),
});

const long = { type: 'text', multiline: true, max: 2_000 } as const;

/** `mayRecord`: what somebody without an account asked for is entered for them. */
export function proposeView(
  t: Texts,
  parts: { conference: string; lines: readonly Option[]; mayRecord: boolean },
): Form {
  return proposeForm.draw({
    title: t('minutes.forms.propose.title'),
    submit: t('common.send'),
    cancel: t('common.cancel'),
    state: { conference: parts.conference },
    items: [
      { kind: 'text', text: [t('minutes.forms.propose.intro')] },
      ...(parts.lines.length > 0
        ? [
            proposeForm.field('event', {
              label: t('minutes.forms.propose.line'),
              hint: t('minutes.forms.propose.lineHint'),
              optional: true,
              input: { type: 'select', options: parts.lines.slice(0, 100) },
            }),
          ]
        : []),
      proposeForm.field('text', { label: t('minutes.forms.propose.text'), input: long }),
      ...(parts.mayRecord
        ? [
            proposeForm.field('person', {
              label: t('minutes.forms.propose.person'),
              hint: t('minutes.forms.propose.personHint'),
              optional: true,
              input: { type: 'search', minChars: 0 },
            }),
          ]
        : []),
    ],
  });
}

export function declineView(t: Texts, state: { conference: string; correction: string }): Form {
  return declineForm.draw({
    title: t('minutes.forms.decline.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state,
    items: [
      declineForm.field('reason', {
        label: t('minutes.forms.decline.reason'),
        hint: t('minutes.forms.decline.hint'),
        input: { type: 'text', max: 500 },
      }),
    ],
  });
}

export function paperView(t: Texts, state: { conference: string }): Form {
  return paperForm.draw({
    title: t('minutes.forms.paper.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state,
    items: [
      { kind: 'text', text: [t('minutes.forms.paper.intro')] },
      paperForm.field('number', { label: t('minutes.forms.paper.number'), input: { type: 'text', max: 100 } }),
      paperForm.field('dated', { label: t('minutes.forms.paper.dated'), input: { type: 'date' } }),
    ],
  });
}

export function addendumView(t: Texts, state: { conference: string }): Form {
  return addendumForm.draw({
    title: t('minutes.forms.addendum.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state,
    items: [
      addendumForm.field('text', {
        label: t('minutes.forms.addendum.text'),
        hint: t('minutes.forms.addendum.hint'),
        input: long,
      }),
    ],
  });
}
