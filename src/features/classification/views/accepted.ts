/** What the workspace accepts, as everybody reads it, and the form in which a workspace admin sets it. */
import { z } from 'zod';
import { defineButton, defineForm, type Form } from '../../../chat/form.ts';
import type { Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { reasonMax } from '../rules/levels.ts';
import { type Accepted, levels } from '../types.ts';

export const changeAcceptedButton = defineButton('classification.change-accepted', z.object({}));
export const acceptedForm = defineForm({
  id: 'classification.accepted',
  state: z.object({ version: z.number() }),
  values: z.object({ level: z.enum(levels), reason: z.string().nullish() }),
});

export function acceptedMessage(t: Texts, accepted: Accepted, mayChange: boolean): Message {
  const level = t.label('classification.levels', accepted.level);
  const since = accepted.since
    ? t('classification.accepted.since', { at: t.moment(accepted.since) })
    : t('classification.accepted.byDefault');
  return {
    summary: t('classification.accepted.title'),
    blocks: [
      { kind: 'heading', text: t('classification.accepted.title') },
      { kind: 'text', text: [...t.rich('classification.accepted.upTo', { level }), ` ${since}`] },
      ...(accepted.reason ? [{ kind: 'quote', text: accepted.reason } as const] : []),
      { kind: 'text', text: [t('classification.accepted.what')] },
      { kind: 'list', items: levels.map((one) => [t.label('classification.said', one)]) },
      { kind: 'note', text: [t('classification.accepted.source')] },
      mayChange
        ? { kind: 'buttons', buttons: [changeAcceptedButton.draw(t('classification.accepted.buttonChange'), {})] }
        : { kind: 'note', text: [t('classification.accepted.who')] },
    ],
  };
}

export function acceptedView(t: Texts, accepted: Accepted): Form {
  return acceptedForm.draw({
    title: t('classification.accepted.form.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { version: accepted.version },
    items: [
      { kind: 'text', text: [t('classification.accepted.form.what')] },
      acceptedForm.field('level', {
        label: t('classification.accepted.form.level'),
        input: {
          type: 'select',
          options: levels.map((level) => ({ value: level, label: t.label('classification.levels', level) })),
          initial: accepted.level,
        },
      }),
      acceptedForm.field('reason', {
        label: t('classification.accepted.form.reason'),
        hint: t('classification.accepted.form.reasonHint'),
        input: { type: 'text', multiline: true, max: reasonMax },
      }),
    ],
  });
}
