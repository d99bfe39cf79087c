/** Lists in their forms: from the plan's card and the list of candidates, as a workbook or as CSV. */
import { textsOf } from '../../../answers.ts';
import { giveFile, replaceCard } from '../../../chat/call.ts';
import { type Interaction, onPress } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId, type CommitteeId, type PlanId } from '../../../kernel/ids.ts';
import { dateIn } from '../../../kernel/time.ts';
import { layOut } from '../../plans/views/sheet.ts';
import { browseSheets, takeOutSheet } from '../operations/sheets.ts';
import * as buttons from '../views/buttons.ts';
import { copyMessage } from '../views/list.ts';
import { sheetsMessage } from '../views/sheets.ts';
import { refusalOfPress } from './answering.ts';

export const sheetInteractions: readonly Interaction[] = [
  onPress(buttons.sheetsButton, async (call, at) => {
    const seen = await browseSheets(call, idsOf(at));
    return seen.ok ? replaceCard(sheetsMessage(textsOf(call), seen.value)) : refusalOfPress(call, seen);
  }),

  onPress(buttons.takeSheetButton, async (call, { sheet, how, ...at }) => {
    const t = textsOf(call);
    const taken = await takeOutSheet(call, { ...idsOf(at), sheet, how }, (content) => layOut(t, content));
    if (!taken.ok) return refusalOfPress(call, taken);
    const { csv, file } = taken.value;
    const date = dateIn(call.zone, call.now);
    const name = t('sheets.fileName', { kind: t(`sheets.files.${sheet}`), date, ending: how });
    return giveFile(
      { name, content: file, sent: sentence(t('common.fileSent', { name })) },
      copyMessage(t, csv, 'csv'),
    );
  }),
];

function idsOf(at: { committee: string; plan: string }): { committee: CommitteeId; plan: PlanId } {
  return { committee: asId(at.committee), plan: asId(at.plan) };
}
