/** The names of a parcel in the forms in which they are handed in, with the number of its letter. */
import { said, textsOf } from '../../../answers.ts';
import { type Call, type Reply, replaceCard } from '../../../chat/call.ts';
import { type Interaction, onPress } from '../../../chat/interaction.ts';
import { asId } from '../../../kernel/ids.ts';
import { refused } from '../../../kernel/outcome.ts';
import { giveSheet } from '../../nominations/interactions/sheets.ts';
import { browseSheets } from '../../nominations/operations/sheets.ts';
import { sheetsMessage } from '../../nominations/views/sheets.ts';
import { seeSubmission } from '../operations/look.ts';
import type { Submission } from '../types.ts';
import * as buttons from '../views/buttons.ts';

export const sheetInteractions: readonly Interaction[] = [
  onPress(buttons.sheetsButton, (call, { submission }) =>
    withManaged(call, submission, async (names) => {
      const seen = await browseSheets(call, names);
      if (!seen.ok) return said(call, seen);
      const t = textsOf(call);
      return replaceCard(
        sheetsMessage(t, {
          sheets: seen.value.sheets,
          take: (sheet, how, label) => buttons.takeSheetButton.draw(label, { submission, sheet, how }),
          back: buttons.openButton.draw(t('common.back'), { submission, page: '1' }),
        }),
      );
    }),
  ),

  onPress(buttons.takeSheetButton, (call, { submission, sheet, how }) =>
    withManaged(call, submission, (names) => giveSheet(call, { ...names, sheet, how })),
  ),
];

async function withManaged(call: Call, id: string, answer: (names: Names) => Promise<Reply>): Promise<Reply> {
  const seen = await seeSubmission(call, asId(id));
  if (!seen.ok) return said(call, seen);
  const names = seen.value.mayManage ? namesOf(seen.value.submission) : null;
  return names ? answer(names) : said(call, refused('submission-unknown'));
}

type Names = Parameters<typeof browseSheets>[1];

/** As many as the acting person may see; null: of units, which hand in the forms themselves. */
function namesOf({ committee, content, letter, seats }: Submission): Names | null {
  if (content.kind !== 'list') return null;
  return {
    ...{ committee, plan: content.plan },
    submission: { letter, nominations: seats.flatMap(({ nomination }) => nomination ?? []) },
  };
}
