/** The committee secretary's board, and what happens when something on it is held back or let go. */
import { refusal, textsOf } from '../../../answers.ts';
import { type Call, type Reply, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress } from '../../../chat/interaction.ts';
import { asId, type CommitteeId } from '../../../kernel/ids.ts';
import { type ComingChoice, holdComing, isChosen, seeBoard, seeComing } from '../operations/coming.ts';
import type { Duties } from '../types/duties.ts';
import { comingModes } from '../types/reminders.ts';
import { boardButton, boardMessage } from '../views/board.ts';
import * as views from '../views/coming.ts';

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
    onPress(boardButton, (call, { committee, page }) => showBoard(call, features, asId(committee), Number(page))),
    onPress(views.comingPageButton, async (call, { committee, page }) => {
      const seen = await seeComing(call, features, asId(committee));
      return seen.ok ? show(views.comingMessage(textsOf(call), seen.value, Number(page))) : refusal(call, seen);
    }),
    onPress(views.openGroupButton, (call, data) => showGroup(call, data, 1)),
    onPress(views.groupPageButton, (call, data) => showGroup(call, data, Number(data.page))),
    onPress(views.holdOneButton, (call, data) => holdOne(call, features, data, true)),
    onPress(views.releaseOneButton, (call, data) => holdOne(call, features, data, false)),
  ];

  async function showGroup(call: Call, data: GroupData, page: number): Promise<Reply> {
    const seen = await seeComing(call, features, asId(data.committee));
    if (!seen.ok) return refusal(call, seen);
    const choice = groupIn(data);
    const group = seen.value.coming.filter((one) => isChosen(one, choice));
    return show(views.groupMessage(textsOf(call), seen.value, group, page));
  }
}

interface GroupData {
  readonly committee: string;
  readonly deadline: string;
  readonly at: string;
  readonly mode: string;
}

export async function showBoard(
  call: Call,
  features: readonly Duties[],
  committee: CommitteeId,
  page = 1,
): Promise<Reply> {
  const board = await seeBoard(call, features, committee);
  if (!board.ok) return refusal(call, board);
  const t = textsOf(call);
  return show(boardMessage(t, board.value.list, page, views.nextBlocks(t, board.value.coming)));
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

function groupIn(data: Omit<GroupData, 'committee'>): ComingChoice {
  const mode = comingModes.find((known) => known === data.mode) ?? 'card';
  return { kind: 'group', deadline: data.deadline === '' ? null : data.deadline, at: data.at, mode };
}
