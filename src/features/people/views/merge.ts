/** Merging two entries of the register: which two, what would move or stands in the way, and that it is done. */
import { z } from 'zod';
import { defineButton, defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { MergePreview } from '../types.ts';
import { mergeFormButton, personLine, registerButton } from './register.ts';

export const mergeForm = defineForm({
  id: 'people.merge',
  state: z.object({ committee: z.string() }),
  values: z.object({ stays: z.string(), goes: z.string() }),
});
const ofPair = z.object({ committee: z.string(), stays: z.string(), goes: z.string() });
export const swapButton = defineButton('people.merge-swap', ofPair);
export const mergeButton = defineButton('people.merge-now', ofPair.extend({ versions: z.string() }));

export function mergeView(t: Texts, committee: CommitteeId): Form {
  return mergeForm.draw({
    title: t('people.merge.title'),
    submit: t('people.merge.look'),
    cancel: t('common.cancel'),
    state: { committee },
    items: [
      { kind: 'text', text: [t('people.merge.intro')] },
      mergeForm.field('stays', {
        label: t('people.merge.stays'),
        hint: t('people.merge.staysHint'),
        input: { type: 'search', minChars: 1 },
      }),
      mergeForm.field('goes', {
        label: t('people.merge.goes'),
        hint: t('people.merge.goesHint'),
        input: { type: 'search', minChars: 1 },
      }),
    ],
  });
}

/** What would move, or why it cannot be done now. */
export function previewMessage(t: Texts, committee: CommitteeId, seen: MergePreview, today: PlainDate): Message {
  const { stays, goes } = seen;
  return {
    summary: t('people.merge.summary'),
    blocks: [
      { kind: 'heading', text: t('people.merge.title') },
      {
        kind: 'facts',
        rows: [
          [t('people.merge.stays'), personLine(t, stays, today)],
          [t('people.merge.goes'), personLine(t, goes, today)],
        ],
      },
      ...(seen.obstacles.length > 0 ? obstacleBlocks(t, seen) : movingBlocks(t, seen)),
      { kind: 'buttons', buttons: buttonsOf(t, committee, seen) },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

function obstacleBlocks(t: Texts, { obstacles }: MergePreview): readonly Block[] {
  return [
    { kind: 'text', text: [t('people.merge.notNow')] },
    {
      kind: 'list',
      items: obstacles.map(
        ({ kind, committee }): Rich => [t(`people.merge.obstacles.${kind}`, { committee: committee ?? '' })],
      ),
    },
  ];
}

function movingBlocks(t: Texts, { held, committees, isElsewhere, takesOver }: MergePreview): readonly Block[] {
  const items = [
    ...held.map(({ kind, count }) => t(`people.merge.held.${kind}`, { count })),
    ...(takesOver.length > 0
      ? [t('people.merge.takesOver', { fields: t.list(takesOver.map((field) => t.label('people.form', field))) })]
      : []),
    ...(isElsewhere ? [t('people.merge.elsewhere')] : []),
  ];
  return [
    { kind: 'text', text: [t(items.length > 0 ? 'people.merge.moves' : 'people.merge.nothing')] },
    ...(items.length > 0 ? [{ kind: 'list', items: items.map((item): Rich => [item]) } as const] : []),
    ...(committees.length > 0
      ? [{ kind: 'text', text: [t('people.merge.committees', { committees: t.list(committees) })] } as const]
      : []),
    { kind: 'note', text: [t('people.merge.what')] },
  ];
}

function buttonsOf(t: Texts, committee: CommitteeId, seen: MergePreview): readonly Button[] {
  const pair = { committee, stays: seen.stays.id, goes: seen.goes.id };
  const now = mergeButton.draw(
    t('people.merge.buttonMerge'),
    { ...pair, versions: seen.versions },
    {
      style: 'primary',
      confirm: {
        title: t('people.merge.title'),
        text: t('people.merge.sure'),
        yes: t('people.merge.buttonMerge'),
        no: t('common.cancel'),
      },
    },
  );
  return [
    ...(seen.obstacles.length > 0 ? [] : [now]),
    swapButton.draw(t('people.merge.buttonSwap'), { ...pair, stays: pair.goes, goes: pair.stays }),
    mergeFormButton.draw(t('people.merge.buttonOthers'), { committee }),
    registerButton.draw(t('people.form.buttonOpen'), { committee, page: '1' }),
  ];
}

export function mergedMessage(t: Texts, committee: CommitteeId, name: string): Message {
  return {
    summary: t('people.merge.summary'),
    blocks: [
      { kind: 'text', text: t.rich('people.merge.done', { name }) },
      {
        kind: 'buttons',
        buttons: [registerButton.draw(t('people.form.buttonOpen'), { committee, page: '1' })],
      },
    ],
  };
}
