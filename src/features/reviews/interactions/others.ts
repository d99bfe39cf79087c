/** What a reviewer presses to read what the others wrote. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, type Reply, show } from '../../../chat/call.ts';
import { type Interaction, onPress } from '../../../chat/interaction.ts';
import { asId, type ReviewRoundId } from '../../../kernel/ids.ts';
import { seeOthers } from '../operations/others.ts';
import { othersButton } from '../views/buttons.ts';
import { othersMessage } from '../views/visibility.ts';

export const othersInteractions: readonly Interaction[] = [
  onPress(othersButton, (call, { round, page }) => showOthers(call, asId(round), Number(page) || 1)),
];

export async function showOthers(call: Call, round: ReviewRoundId, page = 1): Promise<Reply> {
  const found = await seeOthers(call, round);
  return found.ok ? show(othersMessage(textsOf(call), found.value, page)) : refusal(call, found);
}
