/** Forms for what becomes of a nomination, screened or withdrawn, and the answer to all of it; correct.ts has its own form. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { TextKey, Texts } from '../../../i18n/texts.ts';
import type { AskedData } from '../../eligibility/types.ts';
import type { Nomination, UndoTarget } from '../types.ts';
import * as buttons from './buttons.ts';
import { toldBlocks } from './propose.ts';

export const ofVersion = z.object({ committee: z.string(), nomination: z.string(), version: z.number() });

export const withdrawForm = defineForm({
  id: 'nominations.withdraw',
  state: ofVersion,
  values: z.object({ reason: z.string().nullish() }),
});
export const screenForm = defineForm({
  id: 'nominations.screen',
  state: ofVersion,
  values: z.object({ decision: z.enum(['list', 'decline']), answer: z.string().nullish() }),
});
export interface FormAbout {
  readonly committee: string;
  readonly nomination: Nomination;
  readonly name: string;
  /** Names of those who are told. */
  readonly told: readonly string[];
  readonly toTell: readonly string[];
  readonly asked: AskedData;
}

export function withdrawView(t: Texts, about: FormAbout): Form {
  return withdrawForm.draw({
    title: t('nominations.withdraw.title'),
    submit: t('nominations.withdraw.submit'),
    cancel: t('common.cancel'),
    state: stateOf(about),
    items: [
      intro(t, about),
      withdrawForm.field('reason', {
        label: t('nominations.withdraw.reason'),
        input: { type: 'text', multiline: true, max: 3000 },
      }),
      ...toldNotes(t, about),
    ],
  });
}

export function screenView(t: Texts, about: FormAbout): Form {
  return screenForm.draw({
    title: t('nominations.screen.title'),
    submit: t('nominations.screen.submit'),
    cancel: t('common.cancel'),
    state: stateOf(about),
    items: [
      intro(t, about),
      ...(about.nomination.reasons ? [{ kind: 'quote', text: about.nomination.reasons } as const] : []),
      screenForm.field('decision', {
        label: t('nominations.screen.decision'),
        input: {
          type: 'radio',
          options: [
            { value: 'list', label: t('nominations.screen.list') },
            { value: 'decline', label: t('nominations.screen.decline') },
          ],
        },
      }),
      screenForm.field('answer', {
        label: t('nominations.screen.answer'),
        hint: t('nominations.screen.answerHint'),
        optional: true,
        input: { type: 'text', multiline: true, max: 3000 },
      }),
    ],
  });
}

export function changedMessage(
  t: Texts,
  key: Extract<TextKey, `nominations.${'withdraw' | 'screen' | 'correct'}.${'done' | 'listed' | 'declined'}`>,
  about: Omit<FormAbout, 'asked'> & { readonly batch: string | null; readonly to: UndoTarget },
): Message {
  const { committee, nomination, name, batch, to } = about;
  const id = { committee, nomination: nomination.id };
  return {
    summary: t('nominations.propose.summary'),
    blocks: [
      { kind: 'text', text: t.rich(key, { name, position: nomination.positionTitle }) },
      ...toldBlocks(t, { ...id, version: nomination.version, batch, to }, about),
      {
        kind: 'buttons',
        buttons: [
          buttons.candidatesButton.draw(t('nominations.profile.buttonList'), {
            committee,
            plan: nomination.plan,
            page: '1',
          }),
        ],
      },
    ],
  };
}

export function stateOf({ committee, nomination }: FormAbout) {
  return { committee, nomination: nomination.id, version: nomination.version };
}

export function intro(t: Texts, { name, nomination }: FormAbout) {
  const text = t.rich('nominations.withdraw.intro', { name, position: nomination.positionTitle });
  return { kind: 'text', text } as const;
}

export function toldNotes(t: Texts, { told, toTell }: FormAbout): readonly Block[] {
  const text =
    told.length > 0 ? t('nominations.withdraw.told', { names: t.list(told) }) : t('nominations.withdraw.toldNobody');
  const outside = toTell.length > 0 ? [note(t('nominations.propose.toTell', { names: t.list(toTell) }))] : [];
  return told.length === 0 && outside.length > 0 ? outside : [note(text), ...outside];
}

function note(text: string): Block {
  return { kind: 'note', text: [text] };
}
