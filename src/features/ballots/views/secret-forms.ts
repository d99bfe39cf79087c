/** The forms of sealed votes: naming the key-holders, and the paper. No field tells the bot anything before it is sent. */
import { z } from 'zod';
import { defineForm, type Form, type RawValue } from '../../../chat/form.ts';
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Membership } from '../../committees/types.ts';
import { printedReceipt } from '../../sealing/rules/receipt.ts';
import type { BallotMode, BallotRound } from '../types/round.ts';
import { markItems } from './paper-form.ts';
import { subjectText } from './words.ts';

export const holdersForm = defineForm({
  id: 'ballots.holders',
  state: z.object({ round: z.string() }),
  values: z.object({ holders: z.array(z.string()).nullable() }),
});

/** `receipt` is empty when the person types the one of their earlier paper. */
export const sealedPaperForm = defineForm({
  id: 'ballots.sealed-paper',
  state: z.object({ round: z.string(), receipt: z.string() }),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())]).nullable()),
});

const sentForm = defineForm({ id: 'ballots.sealed-sent', state: z.object({}), values: z.object({}) });

const menuMax = 100;

/** The usual three: chair, committee secretary, and the first other member, where they may hold a key. */
export function holdersView(t: Texts, round: BallotRound, possible: readonly Membership[]): Form {
  const leading = (['chair', 'clerk'] as const).flatMap((role) =>
    possible.filter(({ roles }) => roles.includes(role)).slice(0, 1),
  );
  const usual = [...new Set([...leading, ...possible])].slice(0, 3);
  const options = possible.slice(0, menuMax).map(({ person, fullName, post }) => ({
    value: person as string,
    label: fullName.slice(0, 75),
    ...(post ? { note: post.slice(0, 75) } : {}),
  }));
  return holdersForm.draw({
    title: t('secret.holders.title'),
    submit: t('votes.prepare.next'),
    cancel: t('common.cancel'),
    state: { round: round.id },
    items: [
      { kind: 'text', text: [t('secret.holders.intro')] },
      holdersForm.field('holders', {
        label: t('secret.holders.label'),
        hint: t('secret.holders.hint'),
        input: { type: 'multi-select', options, initial: usual.map(({ person }) => person) },
      }),
    ],
  });
}

/** What is promised and what is not stands above every paper (secrecy.md). */
export function promiseBlocks(t: Texts, mode: BallotMode, numbersTo: readonly string[]): readonly Block[] {
  return [
    { kind: 'text', text: [t(mode === 'unnamed' ? 'secret.promiseUnnamed' : 'secret.promise')] },
    ...(numbersTo.length > 0
      ? ([{ kind: 'note', text: [t('secret.numbersTo', { names: t.list(numbersTo) })] }] as const)
      : []),
  ];
}

export function sealedPaperView(
  t: Texts,
  given: {
    readonly round: BallotRound;
    readonly hasSent: boolean;
    readonly receipt: string;
    readonly numbersTo: readonly string[];
  },
): Form {
  const { round, hasSent, receipt, numbersTo } = given;
  return sealedPaperForm.draw({
    title: t(round.mode === 'unnamed' ? 'secret.paper.titleUnnamed' : 'secret.paper.title'),
    submit: t('secret.paper.submit'),
    cancel: t('common.cancel'),
    state: { round: round.id, receipt },
    items: [
      ...promiseBlocks(t, round.mode, numbersTo),
      { kind: 'text', text: [{ bold: subjectText(t, round) }] },
      ...(hasSent
        ? [
            { kind: 'text', text: [t('secret.paper.replaces')] } as const,
            sealedPaperForm.field('receipt', {
              label: t('secret.paper.receipt'),
              hint: t('secret.paper.receiptHint'),
              input: { type: 'text', max: 40 },
            }),
          ]
        : [{ kind: 'text', text: t.rich('secret.paper.printed', { receipt: printedReceipt(receipt) }) } as const]),
      ...markItems(t, round, {}),
      { kind: 'note', text: [t('secret.paper.until', { until: t.moment(round.closesAt) })] },
    ],
  });
}

/** In the place of the form, never in a message: the receipt is seen in this window only. */
export function sentView(t: Texts, sent: { readonly receipt: string; readonly isReplaced: boolean }): Form {
  return sentForm.draw({
    title: t('secret.sent.title'),
    submit: null,
    cancel: t('secret.sent.close'),
    state: {},
    items: [
      { kind: 'text', text: [t(sent.isReplaced ? 'secret.sent.replaced' : 'secret.sent.text')] },
      { kind: 'text', text: t.rich('secret.sent.receipt', { receipt: printedReceipt(sent.receipt) }) },
      { kind: 'note', text: [t('secret.sent.note')] },
    ],
  });
}

/** The receipt that was typed, where the form asked for one. */
export function typedReceipt(values: Readonly<Record<string, RawValue>>): string {
  const { receipt } = values;
  return typeof receipt === 'string' ? receipt : '';
}
