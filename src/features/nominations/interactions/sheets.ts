/** Lists in their forms: from the plan's card and the list of candidates, as a workbook or as CSV. */
import { textsOf } from '../../../answers.ts';
import { type Call, giveFile, type Reply, replaceCard } from '../../../chat/call.ts';
import { type Interaction, onPress } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId, type CommitteeId, type PlanId } from '../../../kernel/ids.ts';
import { dateIn } from '../../../kernel/time.ts';
import { planButton } from '../../plans/views/buttons.ts';
import { layOut } from '../../plans/views/sheet.ts';
import { browseSheets, takeOutSheet } from '../operations/sheets.ts';
import * as buttons from '../views/buttons.ts';
import { copyMessage } from '../views/list.ts';
import { type SheetEnding, sheetsMessage } from '../views/sheets.ts';
import { refusalOfPress } from './answering.ts';

export const sheetInteractions: readonly Interaction[] = [
  onPress(buttons.sheetsButton, async (call, at) => {
    const seen = await browseSheets(call, idsOf(at));
    if (!seen.ok) return refusalOfPress(call, seen);
    const t = textsOf(call);
    return replaceCard(
      sheetsMessage(t, {
        sheets: seen.value.sheets,
        take: (sheet, how, label) => buttons.takeSheetButton.draw(label, { ...at, sheet, how }),
        back: planButton.draw(t('nominations.list.buttonPlan'), at),
      }),
    );
  }),

  onPress(buttons.takeSheetButton, (call, { sheet, how, ...at }) => giveSheet(call, { ...idsOf(at), sheet, how })),
];

/** The file, with its content in words beside it; its name carries nobody. */
export async function giveSheet(call: Call, at: Parameters<typeof takeOutSheet>[1]): Promise<Reply> {
  const t = textsOf(call);
  const taken = await takeOutSheet(call, at, (content) => layOut(t, content));
  if (!taken.ok) return refusalOfPress(call, taken);
  return sheetFile(call, t(`sheets.files.${at.sheet}`), at.how, taken.value);
}

/** `kind`: as the file is called. */
export function sheetFile(
  call: Call,
  kind: string,
  how: SheetEnding,
  { csv, file }: { readonly csv: string; readonly file: string | Uint8Array },
): Reply {
  const t = textsOf(call);
  const name = t('sheets.fileName', { kind, date: dateIn(call.zone, call.now), ending: how });
  return giveFile({ name, content: file, sent: sentence(t('common.fileSent', { name })) }, copyMessage(t, csv, 'csv'));
}

function idsOf(at: { committee: string; plan: string }): { committee: CommitteeId; plan: PlanId } {
  return { committee: asId(at.committee), plan: asId(at.plan) };
}
