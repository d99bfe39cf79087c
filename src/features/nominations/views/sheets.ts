/** Which lists can be taken out in their forms. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { SheetForm, SheetKind } from '../../eligibility/types.ts';

export const sheetEndings = ['xlsx', 'csv'] as const;
export type SheetEnding = (typeof sheetEndings)[number];

/** `take`: the button for one of them, of the plan or of a submission. */
export function sheetsMessage(
  t: Texts,
  shown: {
    readonly sheets: readonly { readonly form: SheetForm; readonly count: number }[];
    readonly take: (sheet: SheetKind, how: SheetEnding, label: string) => Button;
    readonly back: Button;
  },
): Message {
  const filled = shown.sheets.filter(({ count }) => count > 0);
  return {
    summary: t('sheets.summary'),
    blocks: [
      { kind: 'heading', text: t('sheets.title') },
      { kind: 'text', text: [filled.length === 0 ? t('sheets.none') : t('sheets.about')] },
      ...filled.map(({ form, count }): Block => {
        const of = t(form.of === 'entries' ? 'sheets.ofEntries' : 'sheets.ofCandidates');
        const name = t(`sheets.names.${form.kind}`);
        return {
          kind: 'row',
          text: t.rich('sheets.line', { name, of, count: t('sheets.count', { count }) }),
          buttons: sheetEndings.map((how) => shown.take(form.kind, how, t(`sheets.buttons.${how}`))),
        };
      }),
      ...(filled.some(({ form }) => !form.isConfirmed)
        ? [{ kind: 'note', text: [t('sheets.unconfirmed')] } as const]
        : []),
      { kind: 'buttons', buttons: [shown.back] },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}
