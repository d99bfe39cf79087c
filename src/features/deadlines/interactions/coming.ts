/** The committee secretary's board, and what happens when something on it is held back or let go. */
import { textsOf } from '../../../answers.ts';
import { type Call, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId, type CommitteeId } from '../../../kernel/ids.ts';
import type { Refused } from '../../../kernel/outcome.ts';
import { type ComingChoice, holdComing, isChosen, seeComing } from '../operations/coming.ts';
import { listDeadlines } from '../operations/look.ts';
import type { Duties } from '../types/duties.ts';
import { comingModes } from '../types/reminders.ts';
import * as views from '../views/coming.ts';
import { boardMessage } from '../views/list.ts';

export function comingInteractions(features: readonly Duties[]): readonly Interaction[] {
  const all = { kind: 'all' } as const;
  return [
    onPress(views.comingButton, async (call, { committee }) => {
      const seen = await seeComing(call, features, asId(committee));
      return seen.ok ? show(views.comingMessage(textsOf(call), seen.value)) : refusal(call, seen);
    }),
    onPress(views.holdAllButton, (call, { committee }) => hold(call, features, asId(committee), all, true)),
    onPress(views.releaseAllButton, (call, { committee }) => hold(call, features, asId(committee), all, false)),
    onPress(views.holdGroupButton, (call, data) => hold(call, features, asId(data.committee), groupIn(data), true)),
    onPress(views.releaseGroupButton, (call, data) => hold(call, features, asId(data.committee), groupIn(data), false)),
    onPress(views.openGroupButton, async (call, data) => {
      const seen = await seeComing(call, features, asId(data.committee));
      if (!seen.ok) return refusal(call, seen);
      const choice = groupIn(data);
      const group = seen.value.coming.filter((one) => isChosen(one, choice));
      return show(views.groupMessage(textsOf(call), seen.value, group));
    }),
    onPress(views.holdOneButton, (call, data) => holdOne(call, features, data, true)),
    onPress(views.releaseOneButton, (call, data) => holdOne(call, features, data, false)),
  ];
}

export async function showBoard(call: Call, features: readonly Duties[], committee: CommitteeId): Promise<Reply> {
  const list = await listDeadlines(call, features, committee);
  const coming = await seeComing(call, features, committee);
  if (!list.ok || !coming.ok) return refusal(call, list.ok ? (coming as Refused) : list);
  const t = textsOf(call);
  return show(boardMessage(t, list.value, views.comingBlocks(t, coming.value)));
}

async function hold(
  call: Call,
  features: readonly Duties[],
  committee: CommitteeId,
  choice: ComingChoice,
  isHeld: boolean,
): Promise<Reply> {
  const outcome = await holdComing(call, features, { committee, choice, hold: isHeld });
  if (!outcome.ok) return refusal(call, outcome);
  const seen = await seeComing(call, features, committee);
  return seen.ok ? replaceCard(views.comingMessage(textsOf(call), seen.value)) : refusal(call, seen);
}

/** The list of one row stays open, with what has changed. */
async function holdOne(
  call: Call,
  features: readonly Duties[],
  { committee, id }: { committee: string; id: string },
  isHeld: boolean,
): Promise<Reply> {
  const input = { committee: asId<CommitteeId>(committee), choice: { kind: 'one', id } as const, hold: isHeld };
  const outcome = await holdComing(call, features, input);
  if (!outcome.ok) return refusal(call, outcome);
  const seen = await seeComing(call, features, input.committee);
  if (!seen.ok) return refusal(call, seen);
  const changed = seen.value.coming.find((one) => one.id === id);
  const group = seen.value.coming.filter(
    (one) =>
      changed && one.at.getTime() === changed.at.getTime() && one.mode === changed.mode && isOfSameDate(one, changed),
  );
  return replaceCard(views.groupMessage(textsOf(call), seen.value, group));
}

function isOfSameDate(...[one, other]: readonly { deadline: { id: string } | null }[]): boolean {
  return one?.deadline?.id === other?.deadline?.id;
}

function groupIn(data: { deadline: string; at: string; mode: string }): ComingChoice {
  const mode = comingModes.find((known) => known === data.mode) ?? 'card';
  return { kind: 'group', deadline: data.deadline === '' ? null : data.deadline, at: data.at, mode };
}

function refusal(call: Call, refused: Refused): Reply {
  return show(sentence(textsOf(call).refusal(refused)));
}
