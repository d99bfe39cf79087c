/** What a nominee sees of their own nomination, and the forms of their answer: by themselves, or entered for them. */

import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { type ViaKind, viaKinds } from '../../../kernel/act.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { titled } from '../../classification/views/marks.ts';
import type { ProposingRule, RuleSet } from '../../eligibility/types.ts';
import { ruleSetLine } from '../../eligibility/views.ts';
import type { Plan } from '../../plans/types.ts';
import type { Consent, Nomination } from '../types.ts';
import * as buttons from './buttons.ts';
import { viaText } from './via.ts';

const answers = ['given', 'declined'] as const;
const text = z.string().nullish();
const state = z.object({ committee: z.string(), nomination: z.string() });

export const consentForm = defineForm({
  id: 'nominations.consent',
  state,
  values: z.object({ answer: z.enum(answers), note: text }),
});
export const recordConsentForm = defineForm({
  id: 'nominations.consent-record',
  state,
  values: z.object({
    answer: z.enum(answers),
    via: z.enum(viaKinds),
    reference: z.string().max(200).nullish(),
    dated: z.iso.date().nullish(),
    note: text,
  }),
});

export interface OwnShown {
  readonly nomination: Nomination;
  readonly plan: Plan;
  readonly rule: ProposingRule;
}

/** All that a nominee is told: that they stand, for what, and what they answered. Nothing of the deliberation. */
export function ownMessage(t: Texts, own: readonly OwnShown[]): Message {
  return {
    summary: t('nominations.own.summary'),
    blocks: [
      { kind: 'heading', text: t('nominations.own.title') },
      ...(own.length === 0 ? [{ kind: 'text', text: [t('nominations.own.none')] } as const] : []),
      ...own.map((one) => ownBlock(t, one)),
      { kind: 'note', text: [t('nominations.own.confidential')] },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

export function ownBlock(t: Texts, { nomination, plan, rule }: OwnShown): Block {
  const { consent } = nomination;
  const isOpen = nomination.state === 'listed' && !plan.isClosed && rule.consent !== 'not-asked';
  const key = consent.state === 'asked' ? 'nominations.own.buttonAnswer' : 'nominations.own.buttonChange';
  const said = nomination.state === 'listed' || consent.state === 'declined' ? consentText(t, consent) : null;
  return {
    kind: 'row',
    text: [
      ...t.rich('nominations.own.line', { position: nomination.positionTitle, plan: titled(t, plan) }),
      said ?? t.label('nominations.states', nomination.state),
    ],
    buttons: isOpen ? [buttons.answerButton.draw(t(key), idsOf(plan, nomination))] : [],
  };
}

/** "asked on …, no answer yet", "stands since …, recorded, by letter". */
export function consentText(t: Texts, consent: Consent): string {
  const at = consent.at ? t.moment(consent.at) : '';
  const said = t(`nominations.consent.${consent.state}`, { at });
  return consent.via ? `${said}, ${t('nominations.consent.recorded', { via: viaText(t, consent.via) })}` : said;
}

/** What the form says before the nominee answers: what is asked, and under which rule. */
export function consentView(t: Texts, about: OwnShown & { readonly ruleSet: RuleSet }): Form {
  const { nomination, plan } = about;
  return consentForm.draw({
    title: t('nominations.consent.formTitle'),
    submit: t('common.send'),
    cancel: t('common.cancel'),
    state: idsOf(plan, nomination),
    items: [
      {
        kind: 'text',
        text: t.rich('nominations.consent.question', { position: nomination.positionTitle, plan: titled(t, plan) }),
      },
      { kind: 'note', text: [t('nominations.consent.meaning')] },
      consentForm.field('answer', answerField(t, 'options')),
      consentForm.field('note', noteField(t, 'nominations.consent.noteHint')),
      { kind: 'note', text: [ruleSetLine(t, about.ruleSet)] },
    ],
  });
}

export function recordConsentView(
  t: Texts,
  about: OwnShown & { readonly name: string; readonly vias: readonly ViaKind[] },
): Form {
  const { nomination, plan, rule, name, vias } = about;
  const asked = t(rule.consent === 'written' ? 'nominations.consent.inWriting' : 'nominations.consent.anyWay');
  return recordConsentForm.draw({
    title: t('nominations.consent.recordTitle'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: idsOf(plan, nomination),
    items: [
      { kind: 'text', text: t.rich('nominations.withdraw.intro', { name, position: nomination.positionTitle }) },
      recordConsentForm.field('answer', answerField(t, 'recordOptions')),
      recordConsentForm.field('via', {
        label: t('nominations.propose.via'),
        hint: asked,
        input: { type: 'select', options: vias.map((via) => ({ value: via, label: t.label('common.via', via) })) },
      }),
      recordConsentForm.field('reference', {
        label: t('nominations.propose.reference'),
        optional: true,
        input: { type: 'text', max: 200 },
      }),
      recordConsentForm.field('dated', {
        label: t('nominations.propose.dated'),
        optional: true,
        input: { type: 'date' },
      }),
      recordConsentForm.field('note', noteField(t, 'nominations.consent.recordNoteHint')),
    ],
  });
}

/** `told`: who is told; null for the nominee, who reads that it is the committee secretary, and no name. */
export function answeredMessage(
  t: Texts,
  shown: {
    readonly committee: string;
    readonly nomination: Nomination;
    readonly batch: string | null;
    readonly said: Rich;
    readonly told: readonly Block[] | null;
  },
): Message {
  const { committee, nomination, batch, said, told } = shown;
  return {
    summary: t('nominations.own.summary'),
    blocks: [
      { kind: 'text', text: said },
      ...(batch
        ? ([
            ...(told ?? [{ kind: 'note', text: [t('nominations.consent.clerkTold')] }]),
            {
              kind: 'buttons',
              buttons: [
                buttons.undoConsentButton.draw(t('common.undo'), { committee, nomination: nomination.id, batch }),
              ],
            },
          ] satisfies readonly Block[])
        : []),
    ],
  };
}

function answerField(t: Texts, words: 'options' | 'recordOptions') {
  return {
    label: t(words === 'options' ? 'nominations.consent.answer' : 'nominations.consent.recordAnswer'),
    input: {
      type: 'radio',
      options: answers.map((answer) => ({ value: answer, label: t(`nominations.consent.${words}.${answer}`) })),
    },
  } as const;
}

function noteField(t: Texts, hint: 'nominations.consent.noteHint' | 'nominations.consent.recordNoteHint') {
  return {
    label: t('nominations.consent.note'),
    hint: t(hint),
    optional: true,
    input: { type: 'text', multiline: true, max: 3000 },
  } as const;
}

function idsOf(plan: Plan, nomination: Nomination) {
  return { committee: plan.committee, nomination: nomination.id };
}
