/** Which lists can be taken out in their forms. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { SheetForm } from '../../eligibility/types.ts';
import type { Plan } from '../../plans/types.ts';
import { planButton } from '../../plans/views/buttons.ts';
import { takeSheetButton } from './buttons.ts';

export function sheetsMessage(
  t: Texts,
  { plan, sheets }: { plan: Plan; sheets: readonly { readonly form: SheetForm; readonly count: number }[] },
): Message {
  const at = { committee: plan.committee, plan: plan.id };
  const shown = sheets.filter(({ count }) => count > 0);
  return {
    summary: t('sheets.summary'),
    blocks: [
      { kind: 'heading', text: t('sheets.title') },
      { kind: 'text', text: [shown.length === 0 ? t('sheets.none') : t('sheets.about')] },
      ...shown.map(({ form, count }): Block => {
        const button = (how: 'xlsx' | 'csv') =>
          takeSheetButton.draw(t(how === 'xlsx' ? 'sheets.buttonXlsx' : 'sheets.buttonCsv'), {
            ...{ ...at, sheet: form.kind, how },
          });
        const of = t(form.of === 'entries' ? 'sheets.ofEntries' : 'sheets.ofCandidates');
        const name = t(`sheets.names.${form.kind}`);
        return {
          kind: 'row',
          text: t.rich('sheets.line', { name, of, count: t('sheets.count', { count }) }),
          buttons: [button('xlsx'), button('csv')],
        };
      }),
      ...(shown.some(({ form }) => !form.isConfirmed)
        ? [{ kind: 'note', text: [t('sheets.unconfirmed')] } as const]
        : []),
      { kind: 'buttons', buttons: [planButton.draw(t('nominations.list.buttonPlan'), at)] },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}
