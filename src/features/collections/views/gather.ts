/** Towards one parcel of all lists: what is lacking with a way out of each, what was settled, and the form of the parcel. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { openButton as openSubmission } from '../../submissions/views/buttons.ts';
import { addressFields } from '../../submissions/views/forms.ts';
import { canStandTogether, type Lacking, lackingFor, onSeveralLists, type Twice } from '../rules/gather.ts';
import { textMax } from '../rules/hand-in.ts';
import { type AskedUnit, type Collection, settlements } from '../types.ts';
import * as buttons from './buttons.ts';
import { titleOf } from './roll-up.ts';

/** As many of a kind as fit a message; the next ones follow once these are done. */
const shownOfAKind = 8;
const text = z.string().nullish();

export function gatherMessage(
  t: Texts,
  collection: Collection,
  mayManage: boolean,
  said: readonly Block[] = [],
): Message {
  const lacking = lackingFor(collection);
  const { parcel } = collection;
  const isUp = parcel !== null && parcel.state !== 'draft';
  return {
    summary: t('collections.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: t('collections.gather.title', { title: titleOf(t, collection) }) },
      ...(parcel
        ? [
            {
              kind: 'row',
              text: [
                t('collections.gather.parcel', {
                  ...{ number: parcel.number, state: t(`submissions.states.${parcel.state}`) },
                }),
              ],
              buttons: [openSubmission.draw(t('collections.buttons.parcel'), { submission: parcel.id, page: '1' })],
            } as const,
          ]
        : []),
      ...(isUp || lacking.length === 0
        ? []
        : [
            { kind: 'text', text: [{ bold: t('collections.gather.lacking') }] } as const,
            ...lacking.flatMap((one) => lackingBlocks(t, collection, one, mayManage)),
          ]),
      ...settledBlocks(t, collection, mayManage && !isUp),
      ...(isUp ? [] : [{ kind: 'note', text: [t('collections.gather.what')] } as const]),
      {
        kind: 'buttons',
        buttons: [
          ...(mayManage && !isUp && lacking.length === 0
            ? [
                buttons.submitButton.draw(
                  t(parcel ? 'collections.buttons.submitAgain' : 'collections.buttons.submit'),
                  { collection: collection.id },
                  { style: 'primary' },
                ),
              ]
            : []),
          buttons.openButton.draw(t('common.back'), { collection: collection.id, page: '1' }),
        ],
      },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

function lackingBlocks(t: Texts, collection: Collection, lacking: Lacking, mayManage: boolean): readonly Block[] {
  switch (lacking.kind) {
    case 'units':
    case 'lists':
      return [
        { kind: 'text', text: [t(`collections.gather.${lacking.kind}`, { count: lacking.units.length })] },
        ...lacking.units.slice(0, shownOfAKind).map(
          (unit): Block => ({
            kind: 'row',
            text: [{ bold: unit.name }],
            buttons: mayManage ? unitButtons(t, collection, unit) : [],
          }),
        ),
      ];
    case 'twice':
      return [
        { kind: 'text', text: [t('collections.gather.twice', { count: lacking.twice.length })] },
        ...lacking.twice
          .slice(0, shownOfAKind)
          .map((one) => twiceRow(t, collection, one, mayManage ? t('collections.buttons.settle') : null)),
      ];
    case 'positions':
      return [
        {
          kind: 'text',
          text: [t('collections.gather.positions', { names: t.list(lacking.names.slice(0, shownOfAKind * 2)) })],
        },
      ];
    case 'nobody':
      return [{ kind: 'text', text: [t('collections.gather.nobody')] }];
  }
}

function unitButtons(t: Texts, { id }: Collection, { unit }: AskedUnit): Button[] {
  const at = { collection: id, unit };
  return [
    buttons.enterButton.draw(t('collections.buttons.enter'), at),
    buttons.withoutButton.draw(t('collections.buttons.without'), at),
  ];
}

function twiceRow(
  t: Texts,
  { id }: Collection,
  { fullName, units, entries, settled }: Twice,
  label: string | null,
): Block {
  const state = settled ? ` · ${t(`collections.settled.${settled.as}`)}` : '';
  const word = settled?.word ? ` “${settled.word}”` : '';
  const [first] = entries;
  return {
    kind: 'row',
    text: [{ bold: fullName }, `: ${t.list(units)}${state}${word}`],
    buttons: label && first ? [buttons.twiceButton.draw(label, { collection: id, entry: first.id })] : [],
  };
}

/** What the department settled, so that it can be looked at again and changed. */
function settledBlocks(t: Texts, collection: Collection, mayChange: boolean): readonly Block[] {
  const twice = onSeveralLists(collection).filter(({ settled }) => settled !== null);
  const without = collection.units.filter(({ without: why, handIn }) => why !== null && !handIn?.people);
  if (twice.length + without.length === 0) return [];
  return [
    { kind: 'text', text: [{ bold: t('collections.gather.settled') }] },
    ...twice
      .slice(0, shownOfAKind)
      .map((one) => twiceRow(t, collection, one, mayChange ? t('collections.buttons.change') : null)),
    ...(without.length > 0
      ? [
          {
            kind: 'list',
            items: without.map(({ name, without: why }) => [t('collections.gather.without', { name, why: why ?? '' })]),
          } as const,
        ]
      : []),
  ];
}

export const settleForm = defineForm({
  id: 'collections.twice',
  state: z.object({ collection: z.string(), entry: z.string() }),
  values: z.object({ as: z.enum(settlements), word: text }),
});

/** Each unit's line stands above, with the position it names. */
export function settleView(t: Texts, { id, units }: Collection, twice: Twice): Form {
  const [first] = twice.entries;
  const lines = units.flatMap(({ name, handIn }) =>
    (handIn?.people ?? [])
      .filter((one) => twice.entries.some((other) => other.id === one.id))
      .map(({ birthMonth, post, position }) =>
        [`${name}: ${position ?? ''}`, birthMonth ? t.month(birthMonth) : null, post].filter(Boolean).join(', '),
      ),
  );
  const choices = canStandTogether(twice) ? settlements : (['apart'] as const);
  return settleForm.draw({
    title: t('collections.settleForm.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { collection: id, entry: first?.id ?? '' },
    items: [
      { kind: 'text', text: [{ bold: twice.fullName }] },
      { kind: 'list', items: lines.map((line) => [line]) },
      ...(choices.length === 1 ? [{ kind: 'text', text: [t('collections.settleForm.differ')] } as const] : []),
      settleForm.field('as', {
        label: t('collections.settleForm.as'),
        input: {
          type: 'radio',
          options: choices.map((value) => ({ value, label: t(`collections.settled.${value}`) })),
          ...(twice.settled && choices.some((one) => one === twice.settled?.as) ? { initial: twice.settled.as } : {}),
        },
      }),
      settleForm.field('word', {
        label: t('collections.settleForm.word'),
        hint: t('collections.settleForm.wordHint'),
        optional: true,
        input: { type: 'text', max: textMax, ...(twice.settled?.word ? { initial: twice.settled.word } : {}) },
      }),
    ],
  });
}

export const withoutForm = defineForm({
  id: 'collections.without',
  state: z.object({ collection: z.string(), unit: z.string() }),
  values: z.object({ word: text }),
});

export function withoutView(t: Texts, { id }: Collection, { unit, name }: AskedUnit): Form {
  return withoutForm.draw({
    title: t('collections.withoutForm.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { collection: id, unit },
    items: [
      { kind: 'text', text: t.rich('collections.withoutForm.intro', { name }) },
      withoutForm.field('word', { label: t('collections.withoutForm.word'), input: { type: 'text', max: textMax } }),
    ],
  });
}

export const submitForm = defineForm({
  id: 'collections.submit',
  state: z.object({ collection: z.string(), committee: z.string() }),
  values: z.object({ authority: text, answerer: text, letter: text, date: text }),
});

export function submitView(t: Texts, collection: Collection): Form {
  return submitForm.draw({
    title: t('submissions.form.title'),
    submit: t('common.continue'),
    cancel: t('common.cancel'),
    state: { collection: collection.id, committee: collection.committee },
    items: [
      { kind: 'text', text: t.rich('collections.submitForm.intro', { title: titleOf(t, collection) }) },
      ...addressFields(t, submitForm),
    ],
  });
}
