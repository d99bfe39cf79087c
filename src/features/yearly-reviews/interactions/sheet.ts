/** The forms of a review: read on a page, and taken out as a workbook or as CSV. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, type Reply, replaceCard } from '../../../chat/call.ts';
import { type Interaction, onPress } from '../../../chat/interaction.ts';
import { asId, type CommitteeId } from '../../../kernel/ids.ts';
import { refused } from '../../../kernel/outcome.ts';
import { sheetFile } from '../../nominations/interactions/sheets.ts';
import { layOut } from '../../plans/views/sheet.ts';
import { seeReviewSheets, takeOutReviewSheet } from '../operations/sheet.ts';
import type { YearlyReviewId } from '../types.ts';
import * as buttons from '../views/buttons.ts';
import { sheetMessage } from '../views/sheet.ts';

export const reviewSheetInteractions: readonly Interaction[] = [
  onPress(buttons.sheetButton, (call, { page, sheet, ...at }) => showSheet(call, at, sheet, Number(page) || 1)),

  onPress(buttons.takeSheetButton, async (call, { sheet, how, committee, review }) => {
    const t = textsOf(call);
    const at = { committee: asId<CommitteeId>(committee), review: asId<YearlyReviewId>(review) };
    const taken = await takeOutReviewSheet(call, { ...at, sheet, how }, (content) => layOut(t, content));
    if (!taken.ok) return refusal(call, taken);
    const kind = t(`sheets.files.${sheet}`);
    const name = taken.value.isDraft ? t('sheets.draftFile', { kind }) : kind;
    return sheetFile(call, name, how, taken.value);
  }),
];

/** `sheet`: empty for the first one of the plan's rules. */
async function showSheet(
  call: Call,
  { committee, review }: { readonly committee: string; readonly review: string },
  sheet: string,
  page: number,
): Promise<Reply> {
  const seen = await seeReviewSheets(call, { committee: asId(committee), review: asId(review) });
  if (!seen.ok) return refusal(call, seen);
  const { sheets } = seen.value;
  const at = sheets.find(({ form }) => form.kind === sheet) ?? sheets[0];
  if (!at) return refusal(call, refused('yearly-no-sheet'));
  return replaceCard(sheetMessage(textsOf(call), { committee, ...seen.value, at }, page));
}
